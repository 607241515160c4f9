package io.minsheng.intake.mail.watch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** What came of comparing a mailbox with what is stored, kept. */
@Entity
@Table(name = "mailbox_comparison")
public class MailboxComparison {

    private static final int MAX_UIDS = 50;
    private static final int MAX_TROUBLE = 500;

    @Id
    private String id;
    private String mailbox;
    private String folder;
    @Column(name = "compared_at")
    private Instant comparedAt;
    @Column(name = "on_server")
    private Integer onServer;
    private Integer missing;
    /** The first of them. */
    @Column(name = "missing_uids")
    private String missingUids;
    private String trouble;

    protected MailboxComparison() {
    }

    MailboxComparison(Reconcile.OfMailbox compared, Instant at) {
        this.id = Ids.next();
        this.mailbox = compared.mailbox();
        this.folder = compared.folder();
        this.comparedAt = at;
        this.onServer = compared.server();
        this.trouble = compared.trouble() == null || compared.trouble().length() <= MAX_TROUBLE ? compared.trouble()
                : compared.trouble().substring(0, MAX_TROUBLE);
        if (trouble == null) {
            this.missing = compared.missing().size();
            List<Long> first = compared.missing().subList(0, Math.min(MAX_UIDS, compared.missing().size()));
            this.missingUids = first.isEmpty() ? null : first.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    public String mailbox() {
        return mailbox;
    }

    public String folder() {
        return folder;
    }

    public Instant comparedAt() {
        return comparedAt;
    }

    /** How many mails the folder held; null when it could not be asked. */
    public Integer onServer() {
        return onServer;
    }

    /** How many of them were not stored; null when it could not be asked. */
    public Integer missing() {
        return missing;
    }

    /** UIDs of the first of them, parted by commas; null if there are none. */
    public String missingUids() {
        return missingUids;
    }

    /** Why it could not be asked; null if it could. */
    public String trouble() {
        return trouble;
    }
}
