package io.minsheng.supervision;

/** What a department is overdue with. */
public enum Cause {

    EVALUATION("评估意见逾期"),
    PROGRESS("进展报送逾期");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
