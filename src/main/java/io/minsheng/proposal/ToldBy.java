package io.minsheng.proposal;

/** How a person of the office tells an author a question that no mail or message brings. */
public enum ToldBy {

    PHONE("打电话", Channel.PHONE),
    LETTER("写信", Channel.LETTER),
    IN_PERSON("当面", Channel.DESK);

    private final String words;
    private final Channel answeredBy;

    ToldBy(String words, Channel answeredBy) {
        this.words = words;
        this.answeredBy = answeredBy;
    }

    public String words() {
        return words;
    }

    /** By which way an answer comes that is given at once. */
    public Channel answeredBy() {
        return answeredBy;
    }
}
