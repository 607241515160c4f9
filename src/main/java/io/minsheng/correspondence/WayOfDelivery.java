package io.minsheng.correspondence;

/** How words reach an author. */
public enum WayOfDelivery {

    EMAIL("电子邮件"),
    SMS("短信"),
    LETTER("信函"),
    PHONE("电话"),
    ONLINE("网上查询");

    private final String label;

    WayOfDelivery(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
