package io.minsheng.campaign;

import java.util.List;

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
    static final List<AskedField> USUAL = List.of(new AskedField("title", "建议事项名称", true),
            new AskedField("category", "事项类别", true), new AskedField("content", "建议内容", true),
            new AskedField("reason", "建议理由", false), new AskedField("place", "实施地点", false),
            new AskedField("beneficiaries", "受益范围", false), new AskedField("target", "预期目标", false),
            new AskedField("name", "建议人", true), new AskedField("phone", "联系电话", false),
            new AskedField("email", "电子邮箱", false), new AskedField("address", "联系地址", false),
            new AskedField("date", "填报日期", false));
}
