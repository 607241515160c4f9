package io.minsheng.triage;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * Questions and reasons that are written again and again, to start from. The same for every campaign.
 */
@TemplateData
public final class CannedTexts {

    /** A text and the few words by which it is chosen. */
    @TemplateData
    public record Canned(String label, String text) {
    }

    public static final List<Canned> QUESTIONS = List.of(
            new Canned("具体地点", "请说明具体地点（镇街、村或社区、路段或小区名称），方便有关部门现场核实。"),
            new Canned("受益人群", "请补充大约有多少人或多少户受益，以及他们现在遇到的困难。"),
            new Canned("具体内容", "请具体说明希望做什么、做到什么程度，例如数量、规模或时间。"),
            new Canned("一事一提", "您来信中有多件事项。请说明最希望优先研究的是哪一件，其余事项请分别提交。"),
            new Canned("附件打不开", "您提交的附件无法打开，请重新提交，或直接用文字说明主要内容。"));

    public static final List<Canned> REFERRALS = List.of(
            new Canned("个体诉求", "您反映的是个人或家庭的具体困难，不属于民生实事项目征集范围，已转有关单位按规定办理。"),
            new Canned("投诉举报", "您反映的是投诉举报事项，不属于民生实事项目征集范围，已转有关单位依法核实处理。"),
            new Canned("政策咨询", "您咨询的是现行政策，不属于民生实事项目征集范围，已转有关单位解答。"),
            new Canned("日常维护", "您反映的问题属于日常管理维护，无须列入年度项目，已转有关单位及时处理。"));

    public static final List<Canned> REJECTIONS = List.of(
            new Canned("没有实际内容", "来件没有可以研究的具体内容。如仍有建议，欢迎重新提交。"),
            new Canned("不属于本区", "您建议的事项不在本区行政区域内，请向当地有关部门提出。"),
            new Canned("超过期限", "来件时本次征集已经截止，欢迎您在下次征集时提出。"),
            new Canned("广告信息", "来件为广告或与征集无关的信息。"));

    private CannedTexts() {
    }
}
