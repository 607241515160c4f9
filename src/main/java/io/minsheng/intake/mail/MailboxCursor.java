package io.minsheng.intake.mail;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Up to where a folder was read. */
@Entity
@Table(name = "mailbox_cursor")
public class MailboxCursor {

    private static final int MAX_ERROR = 500;
    private static final long EPOCH = 1L << 32;

    /** Mailbox and folder. */
    @Embeddable
    public record Key(String mailbox, String folder) implements Serializable {
    }

    @EmbeddedId
    private Key key;
    /** As the server says it (RFC 3501, 2.3.1.1: 32 bits); above them, how often it numbered anew without saying so. */
    @Column(name = "uid_validity")
    private long uidValidity;
    private String host;
    @Column(name = "last_uid")
    private long lastUid;
    @Column(name = "last_poll_at")
    private Instant lastPollAt;
    @Column(name = "last_error")
    private String lastError;

    protected MailboxCursor() {
    }

    MailboxCursor(Key key) {
        this.key = key;
    }

    /**
     * A server that numbers anew is read anew from the beginning, and so is another server under the same name, which may
     * number as the old one did.
     *
     * @param host of the server
     * @param said the UIDVALIDITY that it says
     * @param restarted whether it counts from the beginning again under the same UIDVALIDITY, which it must not do
     */
    void follow(String host, long said, boolean restarted) {
        long now = numbering(host, said) + (restarted ? EPOCH : 0);
        this.host = host;
        if (this.uidValidity != now) {
            this.uidValidity = now;
            this.lastUid = 0;
        }
    }

    /** What a UIDVALIDITY that a server says is called here, or will be once another server than before was read. */
    long numbering(String host, long said) {
        boolean another = this.host != null && !this.host.equalsIgnoreCase(host);
        return (uidValidity / EPOCH + (another ? 1 : 0)) * EPOCH + said;
    }

    /** All up to this one are stored; says nothing where the folder is numbered otherwise by now. */
    void reached(long ofUidValidity, long uid) {
        if (ofUidValidity == uidValidity) {
            this.lastUid = Math.max(lastUid, uid);
        }
    }

    void polled(Instant at) {
        this.lastPollAt = at;
        this.lastError = null;
    }

    void failed(String error) {
        this.lastError = error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error;
    }

    long uidValidity() {
        return uidValidity;
    }

    long lastUid() {
        return lastUid;
    }

    /** Last poll that went well; null before the first. */
    public Instant lastPollAt() {
        return lastPollAt;
    }

    /** What is wrong since then, in plain words; null when nothing is. */
    public String lastError() {
        return lastError;
    }
}
