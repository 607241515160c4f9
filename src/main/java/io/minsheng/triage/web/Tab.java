package io.minsheng.triage.web;

import java.util.List;

import io.minsheng.platform.web.Posted;
import io.minsheng.triage.CannedTexts;
import io.minsheng.triage.CannedTexts.Canned;
import io.quarkus.qute.TemplateData;

/**
 * One outcome of triage with its form.
 *
 * @param field the text that canned words go into; null where there are none
 */
@TemplateData
public record Tab(String outcome, String label, String field, List<Canned> canned) {

    public static final List<Tab> ALL = List.of(
            new Tab("ACCEPT", "受理并分派", null, List.of()),
            new Tab("ASK_SUPPLEMENT", "请建议人补充", "question", CannedTexts.QUESTIONS),
            new Tab("REFER", "转办", "explanation", CannedTexts.REFERRALS),
            new Tab("REJECT", "不予受理", "explanation", CannedTexts.REJECTIONS));

    /** The first one for anything unknown. */
    static Tab of(String outcome) {
        return ALL.stream().filter(each -> each.outcome().equals(outcome)).findFirst().orElse(ALL.get(0));
    }

    /** The form with the chosen canned words after what was typed. */
    Posted withCanned(Posted form) {
        String typed = form.at(field);
        return canned.stream().filter(each -> each.label().equals(form.at("canned"))).findFirst()
                .map(each -> form.with(field, typed == null ? each.text() : typed.strip() + "\n" + each.text())).orElse(form);
    }
}
