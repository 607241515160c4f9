package io.minsheng.publication.answer;

import java.util.List;

/** Where an answer stands in the ledger. */
public enum AnswerState {

    NOT_OWED("无需答复"),
    DRAFTING("待起草"),
    RETURNED("退回修改"),
    DRAFTED("待签发"),
    /** Signed, and kept back for a while: it can still be stopped, and nobody sees it. */
    HELD("已签发，暂缓发出"),
    RELEASED("已签发，待送达"),
    SENDING("发送中"),
    UNDELIVERABLE("未送达"),
    DELIVERED("已送达");

    /** Nobody but the office has seen it. */
    static final List<AnswerState> BEFORE_SENDING = List.of(DRAFTING, RETURNED, DRAFTED, HELD);

    private final String label;

    AnswerState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A person still waits for it. */
    public boolean owed() {
        return this != NOT_OWED && this != DELIVERED;
    }
}
