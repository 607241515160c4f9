package io.minsheng.intake.mail.form;

import java.util.List;

/**
 * Fields of the form 征集表 with the labels of the call, the aliases that people send, and further ones that are seen at times.
 */
public enum FormField {

    TITLE("title", false, List.of("建议事项名称", "事项名称", "项目名称", "建议名称", "建议题目"),
            List.of("建议标题", "建议项目名称", "民生实事名称", "民生实事项目名称", "实事项目名称", "民生实事建议名称", "建议事项", "建议项目", "建议主题", "标题", "题目", "主题",
                    "项目", "名称", "事项")),
    CATEGORY("category", false, List.of("事项类别", "项目类别", "建议类别", "类别"),
            List.of("所属类别", "类型", "项目类型", "建议类型", "事项类型", "建议领域", "领域")),
    CONTENT("content", true, List.of("建议内容", "具体内容", "主要内容", "建设内容", "内容"),
            List.of("建议具体内容", "具体建议", "意见建议", "建议正文", "项目内容", "实施内容", "项目建设内容", "主要建设内容", "建议事项内容", "事项内容", "内容描述", "建议描述",
                    "建议内容及理由", "正文", "诉求内容")),
    REASON("reason", true, List.of("建议理由", "理由", "必要性", "主要理由和解决方案", "现状问题"),
            List.of("提出理由", "项目理由", "实施理由", "建议原因", "原因", "存在问题", "现状及问题", "现状与问题", "主要理由", "项目必要性", "实施必要性", "必要性说明", "背景")),
    PLACE("place", false, List.of("实施地点", "建设地点", "地点", "所在镇街"),
            List.of("项目地点", "事项地点", "具体地点", "所在地", "所属镇街", "镇街", "实施区域", "建设地址", "项目所在地", "所在位置", "位置")),
    BENEFICIARIES("beneficiaries", false, List.of("受益范围", "受益人群", "受益人数"),
            List.of("惠及人群", "受益群众", "受益对象", "受益面", "惠及范围", "覆盖人群")),
    TARGET("target", true, List.of("预期目标", "年度目标", "工作目标", "量化目标"), List.of("目标", "预期效果", "实施目标", "年度工作目标", "目标任务", "年度目标任务")),
    NAME("name", false, List.of("建议人", "姓名", "填表人", "建议人姓名", "单位名称", "填报单位"),
            List.of("建议人姓名或单位", "提议人", "建议者", "反映人", "申报人", "申报单位", "建议单位", "提出人", "代表姓名", "委员姓名", "居民姓名", "真实姓名", "您的姓名",
                    "称呼", "联系人", "联系人姓名", "建议人签名", "填报人", "提交人", "来信人", "投稿人", "建议人或单位", "名字")),
    PHONE("phone", false, List.of("联系电话", "电话", "手机", "联系方式", "手机号码"),
            List.of("手机号", "电话号码", "联系手机", "移动电话", "固定电话", "建议人电话", "建议人联系电话", "建议人联系方式", "本人电话", "您的电话", "联系号码", "tel",
                    "电话或手机")),
    EMAIL("email", false, List.of("电子邮箱", "邮箱", "e-mail"), List.of("电子邮件", "邮箱地址", "邮件", "email", "qq邮箱", "邮件地址", "电子信箱")),
    ADDRESS("address", false, List.of("联系地址", "通讯地址", "住址", "地址"),
            List.of("家庭住址", "现住址", "居住地址", "通信地址", "住所", "家庭地址", "单位地址", "常住地址")),
    DATE("date", false, List.of("填报日期", "日期", "填表日期"), List.of("填表时间", "填报时间", "提交日期", "建议日期", "时间"));

    private final String code;
    private final boolean manyLines;
    private final List<String> labels;
    private final List<String> rarer;

    FormField(String code, boolean manyLines, List<String> labels, List<String> rarer) {
        this.code = code;
        this.manyLines = manyLines;
        this.labels = labels;
        this.rarer = rarer;
    }

    /** As in the API. */
    public String code() {
        return code;
    }

    /** The label of the call's own form. */
    public String label() {
        return labels.get(0);
    }

    /** Whether its value may go on until the next label. */
    boolean manyLines() {
        return manyLines;
    }

    /** Whether it says something about the person who proposes. */
    boolean personal() {
        return this == NAME || this == PHONE || this == EMAIL || this == ADDRESS;
    }

    /** The label of the call and its known aliases. */
    List<String> labels() {
        return labels;
    }

    /** Labels that mean this field only probably. */
    List<String> rarer() {
        return rarer;
    }
}
