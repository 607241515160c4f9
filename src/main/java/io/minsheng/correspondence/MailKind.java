package io.minsheng.correspondence;

/** What a mail to an author is. */
public enum MailKind {

    RECEIPT("受理回执"),
    QUESTION("补充说明"),
    ANSWER("答复");

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
