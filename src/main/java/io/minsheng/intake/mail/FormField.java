package io.minsheng.intake.mail;

import java.util.List;

/** Fields of the form 征集表 with the labels and aliases that people send. */
enum FormField {

    TITLE(false, "建议事项名称", "事项名称", "项目名称", "建议名称", "建议题目", "建议标题"),
    CATEGORY(false, "事项类别", "项目类别", "建议类别", "类别"),
    CONTENT(true, "建议内容", "具体内容", "主要内容", "建设内容", "内容"),
    REASON(true, "建议理由", "理由", "必要性", "主要理由和解决方案", "现状问题"),
    PLACE(false, "实施地点", "建设地点", "地点", "所在镇街"),
    BENEFICIARIES(false, "受益范围", "受益人群", "受益人数"),
    TARGET(false, "预期目标", "年度目标", "工作目标", "量化目标"),
    NAME(false, "建议人", "姓名", "填表人", "建议人姓名", "单位名称", "填报单位"),
    PHONE(false, "联系电话", "电话", "手机", "联系方式", "手机号码", "手机号"),
    EMAIL(false, "电子邮箱", "邮箱", "E-mail", "电子邮件"),
    ADDRESS(false, "联系地址", "通讯地址", "住址", "地址"),
    DATE(false, "填报日期", "日期", "填表日期");

    private final boolean manyLines;
    private final List<String> labels;

    FormField(boolean manyLines, String... labels) {
        this.manyLines = manyLines;
        this.labels = List.of(labels);
    }

    /** Whether its value goes on until the next label. */
    boolean manyLines() {
        return manyLines;
    }

    List<String> labels() {
        return labels;
    }
}
