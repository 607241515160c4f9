package io.minsheng.evaluation;

/** What a department recommends. */
public enum Recommendation {

    ADOPT("建议纳入"),
    PARTLY("建议部分纳入"),
    NOT("不建议纳入"),
    ALREADY("已在实施或已列入计划");

    private final String label;

    Recommendation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
