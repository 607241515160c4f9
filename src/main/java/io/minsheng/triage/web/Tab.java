package io.minsheng.triage.web;

import java.util.List;

import io.minsheng.platform.web.Posted;
import io.minsheng.triage.CannedText;
import io.minsheng.triage.CannedText.Kind;
import io.quarkus.qute.TemplateData;

/**
 * One outcome of triage with its form.
 *
 * @param code the outcome
 * @param field the text that canned words go into; null where there are none
 * @param kind of these words; null as above
 */
@TemplateData
public record Tab(String code, String name, String field, Kind kind) {

    public static final List<Tab> ALL = List.of(
            new Tab("ACCEPT", "受理并分派", null, null),
            new Tab("ASK_SUPPLEMENT", "请建议人补充", "question", Kind.QUESTION),
            new Tab("REFER", "转办", "explanation", Kind.REFERRAL),
            new Tab("REJECT", "不予受理", "explanation", Kind.REJECTION));

    /** The first one for anything unknown. */
    static Tab of(String outcome) {
        return ALL.stream().filter(each -> each.code().equals(outcome)).findFirst().orElse(ALL.get(0));
    }

    /** The form with the chosen one of these words after what was typed. */
    Posted withCanned(Posted form, List<CannedText> canned) {
        String typed = form.at(field);
        return canned.stream().filter(each -> each.id().equals(form.at("canned"))).findFirst()
                .map(each -> form.with(field, typed == null ? each.body() : typed.strip() + "\n" + each.body())).orElse(form);
    }
}
