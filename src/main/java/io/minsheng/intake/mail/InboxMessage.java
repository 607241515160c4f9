package io.minsheng.intake.mail;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.platform.text.Texts;

/**
 * A received mail: where it came from, where its bytes are, what became of it. Sender and subject are sealed with its own key.
 */
@Entity
@Table(name = "inbox_message")
public class InboxMessage {

    private static final int MAX_MESSAGE_ID = 1000;
    private static final int MAX_REASON = 1000;

    @Id
    private String id;
    private String mailbox;
    private String folder;
    @Column(name = "uid_validity")
    private long uidValidity;
    private long uid;
    @Column(name = "file_id")
    private String fileId;
    private String sha256;
    private long size;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "stored_at")
    private Instant storedAt;
    @Column(name = "message_id")
    private String messageId;
    @Column(name = "content_digest")
    private String contentDigest;
    @Column(name = "wrapped_key")
    private byte[] wrappedKey;
    @Column(name = "sealed_from")
    private byte[] sealedFrom;
    @Column(name = "sealed_subject")
    private byte[] sealedSubject;
    @Column(name = "sealed_attachments")
    private byte[] sealedAttachments;
    @Column(name = "sealed_decision")
    private byte[] sealedDecision;
    @Enumerated(EnumType.STRING)
    private InboxState state;
    private String reason;
    private int tries;
    @Column(name = "next_try_at")
    private Instant nextTryAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decision_reason")
    private String decisionReason;
    @Column(name = "case_number")
    private String caseNumber;
    /** When it was marked on its server, if that is wanted; written in bulk. */
    @Column(name = "marked_at")
    private Instant markedAt;

    protected InboxMessage() {
    }

    /** A place on a server: unique for ever (RFC 3501, 2.3.1.1). */
    public record Place(String mailbox, String folder, long uidValidity, long uid) {
    }

    InboxMessage(Place place, StoredFile file, Instant receivedAt, Instant storedAt, byte[] wrappedKey) {
        this.id = Ids.next();
        this.mailbox = place.mailbox();
        this.folder = place.folder();
        this.uidValidity = place.uidValidity();
        this.uid = place.uid();
        this.fileId = file.id();
        this.sha256 = file.sha256();
        this.size = file.size();
        this.receivedAt = receivedAt;
        this.storedAt = storedAt;
        this.wrappedKey = wrappedKey;
        this.state = InboxState.NEW;
        this.nextTryAt = storedAt;
    }

    /** What the list shows, as soon as it could be read. */
    void describe(Description description, Vault vault) {
        this.messageId = description.messageId().isEmpty() ? null
                : Texts.shorten(description.messageId(), MAX_MESSAGE_ID);
        this.contentDigest = description.contentDigest();
        this.sealedFrom = vault.sealText(wrappedKey, description.from());
        this.sealedSubject = vault.sealText(wrappedKey, description.subject());
        this.sealedAttachments = vault.sealText(wrappedKey, String.join("\n", description.attachments()));
    }

    /** See {@link #describe}. */
    record Description(String messageId, String contentDigest, String from, String subject, List<String> attachments) {
    }

    /** Ends or moves on; {@code reason} says why, {@code caseNumber} where to; either may be null. */
    void become(InboxState state, String reason, String caseNumber) {
        this.state = state;
        this.reason = reason == null ? null : Texts.shorten(reason, MAX_REASON);
        this.caseNumber = caseNumber;
        this.nextTryAt = null;
    }

    /** Something to know about it besides; null for nothing. */
    void remark(String remark) {
        if (remark != null) {
            this.reason = Texts.shorten(remark + (reason == null ? "" : reason), MAX_REASON);
        }
    }

    void failed(String error, Instant nextTryAt) {
        become(InboxState.FAILED, error, null);
        this.nextTryAt = nextTryAt;
    }

    void tryAgain(Instant at) {
        become(InboxState.NEW, null, null);
        this.tries = 0;
        this.nextTryAt = at;
    }

    void decided(String by, String why) {
        this.decidedBy = by;
        this.decisionReason = why;
    }

    void keepDecision(String decision, Vault vault) {
        this.sealedDecision = vault.sealText(wrappedKey, decision);
    }

    /** The kept decision, once. */
    String takeDecision(Vault vault) {
        String decision = vault.openText(wrappedKey, sealedDecision);
        this.sealedDecision = null;
        return decision;
    }

    /** The case that it named has lost it to another. */
    void belongTo(String other) {
        this.caseNumber = other;
    }

    /** Destroys the key: sender, subject and names of files cannot be read again. */
    void erase() {
        wrappedKey = null;
        sealedDecision = null;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    String from(Vault vault) {
        return vault.openText(wrappedKey, sealedFrom);
    }

    String subject(Vault vault) {
        return vault.openText(wrappedKey, sealedSubject);
    }

    List<String> attachments(Vault vault) {
        String names = vault.openText(wrappedKey, sealedAttachments);
        return names == null || names.isEmpty() ? List.of() : List.of(names.split("\n"));
    }

    public String id() {
        return id;
    }

    public String mailbox() {
        return mailbox;
    }

    public long uid() {
        return uid;
    }

    String fileId() {
        return fileId;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    /** The server's date. */
    public Instant receivedAt() {
        return receivedAt;
    }

    public String messageId() {
        return messageId;
    }

    String contentDigest() {
        return contentDigest;
    }

    public InboxState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    int tries() {
        return tries;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public String caseNumber() {
        return caseNumber;
    }
}
