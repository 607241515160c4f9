package io.minsheng.decision;

/** How far a vote has come. */
public enum VoteState {

    OPEN("正在投票"),
    /** Counted; candidates with the same result stand at the last seat, and the office has to say who gets it. */
    TIED("有并列，待决定"),
    /** Counted, and who is proposed for adoption is known. */
    COUNTED("投票结束"),
    /** So few ballots came that a count would tell who voted what. */
    VOID("票数不足，投票无效");

    private final String label;

    VoteState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
