package io.minsheng.decision;

/** Where a list of candidates stands. */
public enum ListState {

    OPEN("正在遴选"),
    FROZEN("已确定，报请研究"),
    DECIDED("已作决定"),
    PUBLISHED("已公布");

    private final String label;

    ListState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
