package io.minsheng.proposal;

/** The way a suggestion came in. */
public enum Channel {

    WEB("网上"),
    EMAIL("邮箱"),
    LETTER("信函"),
    DESK("现场"),
    PHONE("电话");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
