package io.minsheng.evaluation;

/** What came of asking for more time. */
public enum ExtensionState {

    ASKED("待审批"),
    APPROVED("同意延期"),
    REFUSED("不同意延期"),
    /** The part was answered, or its round ended, before the chief decided. */
    DROPPED("无需审批");

    private final String label;

    ExtensionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
