package io.minsheng.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Embeddable;

/**
 * A field of the campaign's form 征集表.
 *
 * @param code what it means to the program ({@code title}; domain: the form)
 * @param label what the form calls it
 * @param needed whether the form asks for it to be filled in
 */
@Embeddable
public record AskedField(String code, String label, boolean needed) {

    /** The form of the call of 2024-09-24. */
    public static final List<AskedField> USUAL = List.of(new AskedField("title", "建议事项名称", true),
            new AskedField("category", "事项类别", true), new AskedField("content", "建议内容", true),
            new AskedField("reason", "建议理由", false), new AskedField("place", "实施地点", false),
            new AskedField("beneficiaries", "受益范围", false), new AskedField("target", "预期目标", false),
            new AskedField("name", "建议人", true), new AskedField("phone", "联系电话", false),
            new AskedField("email", "电子邮箱", false), new AskedField("address", "联系地址", false),
            new AskedField("date", "填报日期", false));

    /** Without these nothing can be handled or answered; every form has them. */
    private static final Set<String> ALWAYS = Set.of("title", "category", "content", "name", "phone", "email");
    /** Of the two ways to reach somebody one is enough, whatever a campaign wants (contract). */
    private static final Set<String> ONE_OF = Set.of("phone", "email");

    /** The field that the program knows by this code. */
    public static Optional<AskedField> usual(String code) {
        return USUAL.stream().filter(each -> each.code.equals(code)).findFirst();
    }

    /** Whether a form may do without it, and may choose whether it has to be filled in. */
    public boolean canBeLeftOut() {
        return !ALWAYS.contains(code);
    }

    /** Whether it has to be filled in, whatever the campaign wants. */
    public boolean alwaysNeeded() {
        return ALWAYS.contains(code) && !ONE_OF.contains(code);
    }
}
