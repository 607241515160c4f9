package io.minsheng.proposal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The stages that the register knows, and between which a case can go (domain: the life of a suggestion). */
public enum Stage {

    RECEIVED("已收到", "您的建议已登记，等待分类整理。"),
    TRIAGE("分类整理", "工作人员正在对您的建议进行分类整理。"),
    AWAITING_SUPPLEMENT("待补充", "我们有问题需要您补充说明。"),
    EVALUATION("评估论证", "有关部门正在研究您的建议。"),
    CONCLUSION("综合研究", "各部门意见已汇总，正在综合研究。"),
    SHORTLISTED("备选名单", "您的建议已列入备选名单。"),
    DECISION("报请研究", "备选名单已报请区委、区政府研究。"),
    PUBLISHED("已公布", "您的建议已纳入公布的民生实事项目。"),
    IMPLEMENTING("实施中", "项目正在实施，进展会在这里更新。"),
    COMPLETED("已完成", "项目已完成验收销号。"),
    NOT_ADOPTED("未纳入", "您的建议本次未纳入，理由见答复。"),
    RESERVED("留作储备", "您的建议已留作储备，供以后年度研究。"),
    MERGED("重复并入", "您的建议与同类建议合并办理，进展与主件一致。"),
    REFERRED("转办", "您反映的事项已转有关单位办理。"),
    WITHDRAWN("已撤回", "您已撤回这条建议。"),
    REJECTED("不予受理", "这条建议不予受理，理由见答复。");

    private static final Map<Stage, Set<Stage>> NEXT = Map.ofEntries(
            Map.entry(RECEIVED, EnumSet.of(TRIAGE, MERGED, WITHDRAWN)),
            Map.entry(TRIAGE, EnumSet.of(AWAITING_SUPPLEMENT, EVALUATION, REFERRED, REJECTED, MERGED, WITHDRAWN)),
            Map.entry(AWAITING_SUPPLEMENT, EnumSet.of(TRIAGE, MERGED, WITHDRAWN)),
            Map.entry(EVALUATION, EnumSet.of(CONCLUSION, TRIAGE, MERGED, WITHDRAWN)),
            Map.entry(CONCLUSION, EnumSet.of(SHORTLISTED, NOT_ADOPTED, RESERVED, EVALUATION, MERGED, WITHDRAWN)),
            Map.entry(SHORTLISTED, EnumSet.of(DECISION)),
            Map.entry(DECISION, EnumSet.of(PUBLISHED, NOT_ADOPTED, RESERVED)),
            Map.entry(PUBLISHED, EnumSet.of(IMPLEMENTING, COMPLETED)),
            Map.entry(IMPLEMENTING, EnumSet.of(COMPLETED)),
            Map.entry(MERGED, EnumSet.of(RECEIVED, TRIAGE, AWAITING_SUPPLEMENT, EVALUATION, CONCLUSION, WITHDRAWN)),
            // a department reported the end by mistake
            Map.entry(COMPLETED, EnumSet.of(IMPLEMENTING)),
            Map.entry(NOT_ADOPTED, EnumSet.of(CONCLUSION)),
            Map.entry(RESERVED, EnumSet.of(CONCLUSION)),
            Map.entry(REFERRED, EnumSet.of(TRIAGE)),
            Map.entry(WITHDRAWN, EnumSet.noneOf(Stage.class)),
            Map.entry(REJECTED, EnumSet.of(TRIAGE)));

    private final String label;
    private final String publicWording;

    Stage(String label, String publicWording) {
        this.label = label;
        this.publicWording = publicWording;
    }

    public String label() {
        return label;
    }

    /** One sentence for the author. */
    public String publicWording() {
        return publicWording;
    }

    public boolean mayBecome(Stage next) {
        return NEXT.get(this).contains(next);
    }

    /** Accepted by triage: with a public title, everyone may see that the suggestion is there and where it stands. */
    public boolean isAccepted() {
        return takesSupport() || this == PUBLISHED || this == IMPLEMENTING || this == COMPLETED || this == NOT_ADOPTED
                || this == RESERVED;
    }

    /** Accepted and not answered yet: others can say that they want the same. */
    public boolean takesSupport() {
        return this == EVALUATION || this == CONCLUSION || this == SHORTLISTED || this == DECISION;
    }

    Set<Stage> next() {
        return NEXT.get(this);
    }

    boolean mayBeWithdrawn() {
        return mayBecome(WITHDRAWN);
    }

    boolean takesSupplements() {
        return this == RECEIVED || this == TRIAGE || this == AWAITING_SUPPLEMENT || this == EVALUATION || this == CONCLUSION;
    }

    /** Files can still be added by the author. */
    public boolean takesAttachments() {
        return this == RECEIVED || this == TRIAGE || this == AWAITING_SUPPLEMENT;
    }
}
