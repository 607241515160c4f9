package io.minsheng.evaluation;

/** How far a department is with its part. */
public enum PartState {

    PENDING("待提交"),
    SUBMITTED("已提交"),
    RETURNED("已退回"),
    WAIVED("免于提交"),
    /** The round ended before: the lead returned it, or the author withdrew. */
    CANCELLED("已终止");

    private final String label;

    PartState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
