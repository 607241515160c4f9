package io.minsheng.implementation;

/** How a project stands by its lead's own word (domain: published progress). */
public enum ProgressStatus {

    COMPLETED("已完成"),
    THIS_YEAR("预计年内完成"),
    CONTINUING("持续推进"),
    NEXT_YEAR("跨年度");

    private final String label;

    ProgressStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
