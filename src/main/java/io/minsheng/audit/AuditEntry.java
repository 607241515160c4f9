package io.minsheng.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;

/** One act, as it was written down. Only the two columns of the chain are ever set later, and only once. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    static final int MAX_DETAIL = 2000;

    @Id
    private String id;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String actor;

    @Column(updatable = false)
    private String action;

    @Column(name = "subject_type", updatable = false)
    private String subjectType;

    @Column(name = "subject_id", updatable = false)
    private String subjectId;

    @Column(name = "case_number", updatable = false)
    private String caseNumber;

    @Column(updatable = false, length = MAX_DETAIL)
    private String detail;

    @Column(updatable = false)
    private String digest;

    @Column(name = "chain_position")
    private Long chainPosition;

    @Column(name = "chain_digest")
    private String chainDigest;

    protected AuditEntry() {
    }

    AuditEntry(String id, Instant at, Act act) {
        this.id = id;
        // no database keeps nanoseconds; what is digested must be what is read back
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
        this.actor = act.actor();
        this.action = act.action();
        this.subjectType = act.subjectType();
        this.subjectId = act.subjectId();
        this.caseNumber = act.caseNumber();
        this.detail = fitted(act.detail());
        this.digest = Digests.ofEntry(this);
    }

    private static String fitted(String detail) {
        String clean = detail == null ? "" : Texts.clean(detail);
        if (clean.length() <= MAX_DETAIL) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(MAX_DETAIL - 2)) ? MAX_DETAIL - 2 : MAX_DETAIL - 1;
        return clean.substring(0, end) + "…";
    }

    public String id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public String subjectId() {
        return subjectId;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String detail() {
        return detail;
    }

    /** SHA-256 of the fields above, see {@link Digests}. */
    public String digest() {
        return digest;
    }

    /** Place in the chain from 1; null until sealed. */
    public Long chainPosition() {
        return chainPosition;
    }

    /** SHA-256 of the chain digest before and this entry's digest; null until sealed. */
    public String chainDigest() {
        return chainDigest;
    }
}
