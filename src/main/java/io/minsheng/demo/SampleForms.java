package io.minsheng.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.minsheng.evaluation.ConclusionForm;
import io.minsheng.evaluation.EvaluationForm;
import io.minsheng.triage.TriageForm;

/** What the staff of the demo writes into its forms: plausible, and different from case to case. */
final class SampleForms {

    private static final List<String> QUESTIONS = List.of("请补充具体地点（村、社区或道路名称），方便部门现场查看。",
            "请说明大约有多少人受影响，以及希望在什么时间办成。", "您提到的情况最近一次出现在什么时候？如有照片请一并上传。");
    private static final List<String> OPINIONS = List.of("经现场调查，情况属实，涉及群众较多，已列入部门工作计划，建议纳入。",
            "技术上可行，资金可通过年度专项统筹，当年能够完成主体工程。", "需求集中，但需先完成选址和征求意见，建议分步实施。", "与在建项目可以结合，新增投入不大，群众受益明显。");
    private static final List<String> ASSISTS = List.of("所需资金可以在年度预算中统筹安排，建议控制规模。", "涉及的用地、手续由我单位配合办理，没有障碍。",
            "同意牵头单位意见，将做好配合工作。");
    private static final List<String> NOT_ADOPTED = List.of("该事项已列入部门年度工作，正在实施，不再作为民生实事项目。",
            "涉及范围较小，可由所在镇街通过日常管理解决，已转请镇街办理。", "前期论证显示用地条件暂不具备，当年无法实施。");
    private static final int PRINCIPLE_MIN = 3;

    private SampleForms() {
    }

    static TriageForm accept(Sample sample, String lead, List<String> assists) {
        return new TriageForm("ACCEPT", sample.wish().category(), lead, assists,
                sample.dice("public") < 80 ? sample.wish().title() : null, "请结合实际提出评估意见。", null, null, null, null, null);
    }

    static TriageForm ask(Sample sample) {
        return new TriageForm("ASK_SUPPLEMENT", null, null, null, null, null, pick(QUESTIONS, sample, "ask"), null, null, null,
                null);
    }

    static TriageForm refer(Sample sample) {
        boolean hotline = sample.dice("refer") < 70;
        return new TriageForm("REFER", null, null, null, null, null, null, null, hotline ? "HOTLINE_12345" : "PETITION", null,
                hotline ? "反映的是个别设施的日常维修，由热线转责任单位尽快处理，并直接回复您。" : "反映的是个人诉求，由信访部门按程序办理。");
    }

    static TriageForm reject(Sample sample) {
        return sample.dice("reject") < 60
                ? new TriageForm("REJECT", null, null, null, null, null, null, null, null, "OUTSIDE_DISTRICT",
                        "所涉设施由市级单位管理，不在本区实施范围内，建议向市级主管部门提出。")
                : new TriageForm("REJECT", null, null, null, null, null, null, null, null, "OTHER",
                        "内容与您此前已登记的建议相同，按前一件办理，不重复受理。");
    }

    static EvaluationForm opinion(Sample sample, String part, List<String> principles) {
        if (!"LEAD".equals(part)) {
            return new EvaluationForm("SUBMIT", null, "ADOPT", pick(ASSISTS, sample, "assist"), null, null, null, null, null,
                    null);
        }
        boolean weak = sample.goal() == Goal.NOT_ADOPTED || sample.goal() == Goal.RESERVED || sample.goal() == Goal.VOTED_DOWN;
        Map<String, Integer> scores = new TreeMap<>();
        principles.forEach(each -> scores.put(each, PRINCIPLE_MIN + (weak ? -1 : 0) + sample.dice(each) % 3));
        return new EvaluationForm("SUBMIT", scores, weak ? "PARTLY" : "ADOPT", pick(OPINIONS, sample, "opinion"),
                BigDecimal.valueOf(20L + 15L * sample.dice("cost")), sample.dice("money") < 50 ? "区级财政" : "上级专项资金和区级配套",
                weak ? "STAGE" : "FULL", sample.wish().target().text(), null, null);
    }

    static ConclusionForm conclude(Sample sample) {
        return switch (sample.goal()) {
            case NOT_ADOPTED -> new ConclusionForm("NOT_ADOPT", null, pick(NOT_ADOPTED, sample, "why"), null, null, null);
            case RESERVED -> new ConclusionForm("RESERVE", null, "方向符合规划，但当年资金和用地条件不成熟，列入储备项目。", null, null, null);
            default -> new ConclusionForm("SHORTLIST", null, "条件成熟，群众受益面广，建议列入备选名单。", null, null, null);
        };
    }

    private static String pick(List<String> texts, Sample sample, String question) {
        return texts.get(sample.dice(question) % texts.size());
    }
}
