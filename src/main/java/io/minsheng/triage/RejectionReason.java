package io.minsheng.triage;

/** Why a suggestion is not taken up at all. */
public enum RejectionReason {

    SPAM("广告或骚扰信息"),
    EMPTY("没有实际内容"),
    UNLAWFUL("违反法律法规"),
    LATE("超过征集期限"),
    OUTSIDE_DISTRICT("不属于本区范围"),
    OTHER("其他原因");

    private final String label;

    RejectionReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
