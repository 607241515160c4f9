package io.minsheng.supervision;

/** 约谈: proposed when a reply is overdue, decided by a leader. */
public enum Interview {

    PROPOSED("待批准"),
    APPROVED("已批准"),
    DECLINED("未批准");

    private final String label;

    Interview(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
