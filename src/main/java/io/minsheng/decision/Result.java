package io.minsheng.decision;

/** What was decided about a candidate. */
public enum Result {

    ADOPTED("纳入"),
    NOT_ADOPTED("不纳入"),
    RESERVED("留作储备");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** People are owed a reason for anything but adoption. */
    public boolean needsReason() {
        return this != ADOPTED;
    }
}
