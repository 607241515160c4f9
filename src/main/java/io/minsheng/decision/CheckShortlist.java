package io.minsheng.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateItem.Plan;
import io.minsheng.decision.ShortlistForm.Item;
import io.minsheng.identity.Organisations;
import io.minsheng.implementation.DueText;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** Checks and cleans what people have put on a list, field by field. */
@ApplicationScoped
class CheckShortlist {

    private static final LengthRule REASON = LengthRule.reason("reason", "修改说明");

    private final Candidates candidates;
    private final Organisations organisations;
    private final GuardPublic guard;

    CheckShortlist(Candidates candidates, Organisations organisations, GuardPublic guard) {
        this.candidates = candidates;
        this.organisations = organisations;
        this.guard = guard;
    }

    /** An item and what is planned for it. */
    record Chosen(CandidateItem item, Plan plan) {
    }

    /**
     * The chosen items, clean and in their order.
     *
     * @throws Refusal 400 with every field that does not pass
     */
    List<Chosen> checked(String campaign, ShortlistForm form) {
        if (!"FREEZE".equals(form.outcome())) {
            throw Refusal.invalid("outcome", "办理方式应为 FREEZE。");
        }
        return checked(campaign, form, true);
    }

    /**
     * The chosen items of a draft: target and units may still be missing.
     *
     * @throws Refusal 400 with every field that does not pass
     */
    List<Chosen> draft(String campaign, ShortlistForm form) {
        return checked(campaign, form, false);
    }

    /** Why the list was changed, clean; null when nothing was said. */
    String reason(ShortlistForm form) {
        return Texts.cleanOrNull(REASON.accepted(form.reason()));
    }

    private List<Chosen> checked(String campaign, ShortlistForm form, boolean whole) {
        if (form.items() == null || form.items().isEmpty()) {
            throw Refusal.invalid("items", "请至少选择一个事项列入名单。");
        }
        Map<String, CandidateItem> waiting = candidates.waiting(campaign).stream()
                .collect(Collectors.toMap(CandidateItem::id, Function.identity()));
        List<Violation> violations = new ArrayList<>();
        List<Chosen> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < form.items().size(); i++) {
            Item item = form.items().get(i);
            String at = "items[" + i + "].";
            CandidateItem known = item == null || item.id() == null ? null : waiting.get(item.id());
            if (known == null) {
                violations.add(new Violation(at + "id", "没有这个备选事项，或者它已列入确定的名单。"));
            } else if (!seen.add(item.id())) {
                violations.add(new Violation(at + "id", "同一事项只能列入一次。"));
            } else {
                chosen.add(new Chosen(known, plan(known.title(), item, at, whole, violations)));
            }
        }
        violations.addAll(personalData(campaign, form, chosen));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return chosen;
    }

    /** @param name of the candidate, so that a summary of many errors says which is meant */
    private Plan plan(String name, Item item, String at, boolean whole, List<Violation> violations) {
        String title = Texts.cleanLine(item.title());
        String target = Texts.cleanLine(item.target());
        String due = DueText.read(item.due(), at + "due", violations);
        new LengthRule(at + "title", "主要任务", 4, 60).check(title, violations);
        LengthRule rule = LengthRule.other(at + "target", "“" + name + "”的预期目标");
        (whole ? rule.needed() : rule).check(target, violations);
        List<String> leads = units(item.leads(), at + "leads", violations);
        List<String> assists = units(item.assists(), at + "assists", violations);
        if (whole && leads.isEmpty()) {
            violations.add(new Violation(at + "leads", "请填写“" + name + "”的至少一个牵头单位。"));
        }
        assists.stream().filter(leads::contains).forEach(each -> violations.add(new Violation(at + "assists",
                organisations.shortName(each) + "已是牵头单位，不能同时作配合单位。")));
        return new Plan(title, Texts.cleanOrNull(target), leads, assists, due);
    }

    private List<String> units(List<String> codes, String field, List<Violation> violations) {
        List<String> units = codes == null ? List.of() : codes;
        for (String code : units) {
            if (!organisations.canHandle(code)) {
                violations.add(new Violation(field, "没有这个单位：" + code + "。"));
            }
        }
        if (new HashSet<>(units).size() < units.size()) {
            violations.add(new Violation(field, "同一单位只填一次。"));
        }
        return units;
    }

    private List<Violation> personalData(String campaign, ShortlistForm form, List<Chosen> chosen) {
        List<GuardPublic.Words> words = new ArrayList<>();
        for (int i = 0; i < form.items().size(); i++) {
            Item item = form.items().get(i);
            if (item != null) {
                words.add(new GuardPublic.Words("items[" + i + "].title", "主要任务", item.title()));
                words.add(new GuardPublic.Words("items[" + i + "].target", "预期目标", item.target()));
            }
        }
        return guard.check(campaign, words, chosen.stream().map(each -> each.item().id()).toList());
    }
}
