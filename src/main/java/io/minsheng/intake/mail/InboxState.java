package io.minsheng.intake.mail;

/** What became of a received mail. */
public enum InboxState {

    /** Stored, not read yet. */
    NEW("待读取"),
    CASE("已立案"),
    REPLY("已归入"),
    DUPLICATE("重复"),
    IGNORED("无关"),
    /** Waits for a person. */
    REVIEW("待人工处理"),
    /** Could not be worked on; will be tried again by itself. */
    FAILED("出错待重试");

    private final String label;

    InboxState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The machine still has to work on it. */
    boolean isOpen() {
        return this == NEW || this == FAILED;
    }

    /** It has led to a case or belongs to one. */
    boolean isSettled() {
        return this == CASE || this == REPLY;
    }
}
