package io.minsheng.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.Draft;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.CheckProposal;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.TypedCode;

/** Checks what a person decided about a mail before anything is done. */
@ApplicationScoped
class CheckDecision {

    private static final LengthRule REASON = new LengthRule("reason", "理由", 2, 2000);
    private static final int SUPPLEMENT_MAX = 5000;

    private final CheckProposal checkProposal;
    private final Proposals proposals;
    private final EnterReview review;
    private final MailSuggestions suggestions;

    CheckDecision(CheckProposal checkProposal, Proposals proposals, EnterReview review, MailSuggestions suggestions) {
        this.checkProposal = checkProposal;
        this.proposals = proposals;
        this.review = review;
        this.suggestions = suggestions;
    }

    /**
     * Checks.
     *
     * @throws Refusal 400 with all fields that do not pass, 404 no such case, 409 the campaign takes nothing
     */
    void check(ReviewForm form, InboxMessage message, ReadMail mail) {
        switch (form.outcome() == null ? "" : form.outcome()) {
            case "CASE" -> {
                Origin origin = new Origin(Channel.EMAIL, message.receivedAt(), null, null, null, message.id(), Consent.NOTICE);
                List<Draft> drafts = drafts(form, message, mail);
                for (int i = 0; i < drafts.size(); i++) {
                    check(drafts.get(i), origin, i == 0 ? "" : "further[" + (i - 1) + "].");
                }
            }
            case "ATTACH" -> proposal(form.caseNumber());
            case "IGNORE" -> {
                List<Violation> violations = new ArrayList<>();
                REASON.check(Texts.clean(form.reason()), violations);
                if (!violations.isEmpty()) {
                    throw Refusal.invalid(violations);
                }
            }
            default -> throw Refusal.invalid("outcome", "处理结果应为 CASE、ATTACH 或 IGNORE。");
        }
    }

    private void check(Draft draft, Origin origin, String prefix) {
        try {
            checkProposal.checked(new NewProposal(draft.campaign(), draft.wish(), draft.proposer(), origin));
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                throw refusal;
            }
            throw Refusal.invalid(refusal.violations().stream()
                    .map(each -> new Violation(prefix + each.field(), each.message())).toList());
        }
    }

    /**
     * The cases that a person wants, one at least. The sender's address stands for one that is not given, unless the sender
     * only passed on what somebody else wrote.
     */
    List<Draft> drafts(ReviewForm form, InboxMessage message, ReadMail mail) {
        return form.drafts(review.campaign(), mail.sender().filter(each -> suggestions.areOfSender(message))
                .map(each -> each.email().toLowerCase(Locale.ROOT)).orElse(null));
    }

    Proposal proposal(String caseNumber) {
        if (caseNumber == null || caseNumber.isBlank()) {
            throw Refusal.invalid("caseNumber", "请填写受理编号。");
        }
        return proposals.byNumber(TypedCode.plain(caseNumber));
    }

    static String fitting(String text) {
        return Texts.codePoints(text) <= SUPPLEMENT_MAX ? text
                : text.substring(0, text.offsetByCodePoints(0, SUPPLEMENT_MAX - 20)) + "……（全文见邮件原件）";
    }
}
