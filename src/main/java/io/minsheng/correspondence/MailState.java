package io.minsheng.correspondence;

/** Where a mail stands on its way to the outgoing server. */
public enum MailState {

    /** Waits for its (next) hand-over. */
    QUEUED("待发送"),
    /** Being handed over; committed before the server hears of it. */
    SENDING("发送中"),
    /** The server has taken it (250). */
    SENT("已发送"),
    /** Perhaps handed over, perhaps not: a person decides, the machine never sends it again. */
    UNCERTAIN("不确定"),
    /** The server refused it for good, or a person gave it up. */
    FAILED("未送达"),
    /** The server took it, and later it came back. */
    BOUNCED("被退回");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
