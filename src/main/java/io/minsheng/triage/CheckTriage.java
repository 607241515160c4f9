package io.minsheng.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.EvaluationRounds;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.ProposerKind;

/** Reads what a person of TRIAGE decided, each outcome with its own fields, and finds everything that is wrong at once. */
@Singleton
class CheckTriage {

    private static final int LONGEST_WAIT = 60;

    private static final LengthRule PUBLIC_TITLE = new LengthRule("publicTitle", "公开标题", 4, 60);
    private static final LengthRule NOTE = LengthRule.reason("note", "给承办单位的说明");
    private static final LengthRule QUESTION = LengthRule.reason("question", "要问的问题").needed();
    private static final LengthRule EXPLANATION = LengthRule.reason("explanation", "说明").needed();

    private final Campaigns campaigns;
    private final Authors authors;
    private final EvaluationRounds rounds;
    private final Referrals referrals;

    CheckTriage(Campaigns campaigns, Authors authors, EvaluationRounds rounds, Referrals referrals) {
        this.campaigns = campaigns;
        this.authors = authors;
        this.rounds = rounds;
        this.referrals = referrals;
    }

    /**
     * The form with clean texts.
     *
     * @throws Refusal 400
     */
    TriageForm checked(TriageForm form, Proposal proposal) {
        TriageForm clean = clean(form);
        List<Violation> violations = new ArrayList<>();
        switch (clean.outcome()) {
            case "ACCEPT" -> checkAccept(clean, proposal, violations);
            case "ASK_SUPPLEMENT" -> checkQuestion(clean, violations);
            case "REFER" -> checkReferral(clean, violations);
            default -> checkRejection(clean, violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return clean;
    }

    private static TriageForm clean(TriageForm form) {
        return new TriageForm(form.outcome(), Texts.cleanOrNull(form.category()),
                Texts.cleanOrNull(form.leadDepartment()),
                form.assistDepartments() == null ? List.of() : form.assistDepartments(),
                emptyToNull(Texts.cleanLine(form.publicTitle())), Texts.cleanOrNull(form.note()),
                Texts.cleanOrNull(form.question()), form.workingDays(), Texts.cleanOrNull(form.to()),
                Texts.cleanOrNull(form.reasonCode()), Texts.cleanOrNull(form.explanation()));
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private void checkAccept(TriageForm form, Proposal proposal, List<Violation> violations) {
        if (form.category() == null || campaigns.rules(proposal.campaign()).category(form.category()).isEmpty()) {
            violations.add(new Violation("category", "请选择本次征集的一个事项类别。"));
        }
        violations.addAll(rounds.check(form.leadDepartment(), form.assistDepartments()));
        if (form.publicTitle() != null) {
            PUBLIC_TITLE.check(form.publicTitle(), violations);
            if (namesSomebody(form.publicTitle(), proposal)) {
                violations.add(new Violation("publicTitle", "公开标题不能含有姓名、电话等个人信息。"));
            }
        }
        NOTE.check(form.note(), violations);
    }

    /** Nothing that is published may contain personal data; the name of an organisation is none. */
    private boolean namesSomebody(String title, Proposal proposal) {
        if (!title.equals(Masking.freeText(title))) {
            return true;
        }
        String name = proposal.author().kind() == ProposerKind.ORGANISATION ? null
                : authors.contact(proposal.author()).name();
        return name != null && Texts.codePoints(name) > 1 && title.contains(name);
    }

    /**
     * A question by itself, checked as when it is put.
     *
     * @throws Refusal 400
     */
    static TriageForm question(String question, Integer workingDays) {
        TriageForm form = new TriageForm("ASK_SUPPLEMENT", null, null, List.of(), null, null, Texts.cleanOrNull(question),
                workingDays, null, null, null);
        List<Violation> violations = new ArrayList<>();
        checkQuestion(form, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return form;
    }

    private static void checkQuestion(TriageForm form, List<Violation> violations) {
        QUESTION.check(form.question(), violations);
        if (form.workingDays() != null && (form.workingDays() < 1 || form.workingDays() > LONGEST_WAIT)) {
            violations.add(new Violation("workingDays", "答复期限应为 1 至 " + LONGEST_WAIT + " 个工作日。"));
        }
    }

    private void checkReferral(TriageForm form, List<Violation> violations) {
        if (referrals.find(form.to()).isEmpty()) {
            violations.add(new Violation("to", "请选择转办单位。"));
        }
        EXPLANATION.check(form.explanation(), violations);
    }

    private static void checkRejection(TriageForm form, List<Violation> violations) {
        if (Arrays.stream(RejectionReason.values()).noneMatch(each -> each.name().equals(form.reasonCode()))) {
            violations.add(new Violation("reasonCode", "请选择不予受理的原因。"));
        }
        EXPLANATION.check(form.explanation(), violations);
    }
}
