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

    /** Mailbox and folder. */
    @Embeddable
    public record Key(String mailbox, String folder) implements Serializable {
    }

    @EmbeddedId
    private Key key;
    @Column(name = "uid_validity")
    private long uidValidity;
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

    /** A server that numbers anew is read anew from the beginning. */
    void follow(long uidValidity) {
        if (this.uidValidity != uidValidity) {
            this.uidValidity = uidValidity;
            this.lastUid = 0;
        }
    }

    void reached(long uid) {
        this.lastUid = Math.max(lastUid, uid);
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
