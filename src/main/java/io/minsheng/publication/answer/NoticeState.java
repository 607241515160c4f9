package io.minsheng.publication.answer;

/** Whether somebody who supports a case has been told its answer. */
public enum NoticeState {

    WAITING("待告知"),
    SENDING("邮件发送中"),
    TOLD("已告知");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
