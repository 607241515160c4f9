package io.minsheng.decision;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateList.Ruling;
import io.minsheng.decision.DecisionForm.ItemResult;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;

/** Checks and cleans the record of a decision: who, when, and about every item exactly once. */
@ApplicationScoped
class CheckDecision {

    private final Candidates candidates;
    private final InstantSource clock;

    CheckDecision(Candidates candidates, InstantSource clock) {
        this.candidates = candidates;
        this.clock = clock;
    }

    /** An item and what was decided. */
    record Decided(CandidateItem item, Result result, String reason) {
    }

    /** The whole decision. */
    record Checked(Ruling ruling, List<Decided> results) {
    }

    /**
     * The decision, clean.
     *
     * @throws Refusal 400 with every field that does not pass
     */
    Checked checked(CandidateList list, DecisionForm form, Actor actor) {
        if (!"RECORD".equals(form.outcome())) {
            throw Refusal.invalid("outcome", "办理方式应为 RECORD。");
        }
        List<Violation> violations = new ArrayList<>();
        Ruling ruling = ruling(form, violations, actor);
        List<Decided> results = results(list, form.results() == null ? List.of() : form.results(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Checked(ruling, results);
    }

    private Ruling ruling(DecisionForm form, List<Violation> violations, Actor actor) {
        String body = Texts.cleanLine(form.body());
        String meeting = Texts.cleanLine(form.meeting());
        String document = Texts.cleanOrNull(Texts.cleanLine(form.documentNumber()));
        LengthRule.other("body", "研究决定的机构").needed().check(body, violations);
        LengthRule.other("meeting", "会议").needed().check(meeting, violations);
        LengthRule.other("documentNumber", "文号").check(document, violations);
        if (form.decidedOn() == null) {
            violations.add(new Violation("decidedOn", "请填写决定日期。"));
        } else if (form.decidedOn().isAfter(Shanghai.date(clock.instant()))) {
            violations.add(new Violation("decidedOn", "决定日期不能晚于今天。"));
        }
        return new Ruling(body, meeting, form.decidedOn(), document, actor.username());
    }

    private List<Decided> results(CandidateList list, List<ItemResult> results, List<Violation> violations) {
        Map<String, CandidateItem> items = candidates.ofList(list.id()).stream()
                .collect(Collectors.toMap(CandidateItem::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            ItemResult each = results.get(i);
            String at = "results[" + i + "].";
            CandidateItem item = each == null || each.item() == null ? null : items.get(each.item());
            if (item == null) {
                violations.add(new Violation(at + "item", "名单中没有这个事项。"));
            } else if (!seen.add(item.id())) {
                violations.add(new Violation(at + "item", "“" + item.title() + "”填了两次结果。"));
            } else {
                decided.add(decided(item, each, at, violations));
            }
        }
        items.values().stream().filter(each -> !seen.contains(each.id())).forEach(each -> violations
                .add(new Violation("results", "“" + each.title() + "”还没有填写结果。")));
        return decided;
    }

    private static Decided decided(CandidateItem item, ItemResult each, String at, List<Violation> violations) {
        Optional<Result> result = Arrays.stream(Result.values()).filter(one -> one.name().equals(each.result())).findFirst();
        String reason = Texts.cleanOrNull(each.reason());
        if (result.isEmpty()) {
            violations.add(new Violation(at + "result", "请选择“" + item.title() + "”的结果：纳入、不纳入或留作储备。"));
        } else {
            LengthRule rule = LengthRule.reason(at + "reason", "“" + item.title() + "”的理由");
            (result.get().needsReason() ? rule.needed() : rule).check(reason, violations);
        }
        return new Decided(item, result.orElse(null), reason);
    }
}
