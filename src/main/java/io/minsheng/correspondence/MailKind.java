package io.minsheng.correspondence;

/** What a mail to an author is. */
public enum MailKind {

    RECEIPT("受理回执"),
    QUESTION("补充说明"),
    ANSWER("答复"),
    MERGED("合并办理通知"),
    UNMERGED("恢复单独办理通知"),
    SPLIT("拆分登记通知"),
    /** An answer, to somebody who supports the case. */
    SUPPORT_ANSWER("答复附议人"),
    /** To the administrator; belongs to no case. */
    DIGEST("每日简报");

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
