package io.minsheng.correspondence;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.proposal.Author;
import io.minsheng.proposal.Proposal;

/** A mail on its way. Address and text are sealed with the author's key, so erasing the author erases them as well. */
@Entity
@Table(name = "outbox_mail")
public class OutboxMail {

    private static final int MAX_ERROR = 500;

    @Id
    private String id;
    @Enumerated(EnumType.STRING)
    private MailKind kind;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author author;
    @Enumerated(EnumType.STRING)
    private WayOfDelivery way = WayOfDelivery.EMAIL;
    @Column(name = "message_id")
    private String messageId;
    @Column(name = "in_reply_to")
    private String inReplyTo;
    private String reference;
    @Column(name = "to_digest")
    private String toDigest;
    @Column(name = "sealed_to")
    private byte[] sealedTo;
    private String subject;
    @Column(name = "sealed_body")
    private byte[] sealedBody;
    @Enumerated(EnumType.STRING)
    private MailState state;
    private int tries;
    @Column(name = "next_try_at")
    private Instant nextTryAt;
    private String node;
    @Column(name = "taken_at")
    private Instant takenAt;
    @Column(name = "last_error")
    private String lastError;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected OutboxMail() {
    }

    OutboxMail(String id, NewMail mail, String messageId, Sealed sealed, Instant createdAt) {
        this.id = id;
        this.kind = mail.kind();
        this.proposal = mail.proposal();
        this.author = mail.to();
        this.messageId = messageId;
        this.inReplyTo = mail.inReplyTo();
        this.reference = mail.reference();
        this.subject = mail.letter().subject();
        this.toDigest = sealed.toDigest();
        this.sealedTo = sealed.to();
        this.sealedBody = sealed.body();
        this.state = MailState.QUEUED;
        this.createdAt = createdAt;
        this.nextTryAt = createdAt;
    }

    /** A mail that belongs to no case; what is sealed is sealed with the master key. */
    OutboxMail(String id, String messageId, MailKind kind, String subject, Sealed sealed, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.messageId = messageId;
        this.subject = subject;
        this.toDigest = sealed.toDigest();
        this.sealedTo = sealed.to();
        this.sealedBody = sealed.body();
        this.state = MailState.QUEUED;
        this.createdAt = createdAt;
        this.nextTryAt = createdAt;
    }

    /** It goes as a short message; the address is a number. */
    OutboxMail bySms() {
        this.way = WayOfDelivery.SMS;
        return this;
    }

    /** What must not be readable in a copy of the database. */
    record Sealed(String toDigest, byte[] to, byte[] body) {
    }

    void sent(Instant at) {
        this.state = MailState.SENT;
        this.sentAt = at;
        this.lastError = null;
    }

    void failed(String error) {
        this.state = MailState.FAILED;
        this.lastError = shortened(error);
    }

    void bounced(String error) {
        this.state = MailState.BOUNCED;
        this.lastError = shortened(error);
    }

    void uncertain(String error) {
        this.state = MailState.UNCERTAIN;
        this.lastError = shortened(error);
    }

    /** Waits for another try. */
    void queueAgain(Instant nextTryAt, String error) {
        this.state = MailState.QUEUED;
        this.nextTryAt = nextTryAt;
        this.lastError = shortened(error);
    }

    private static String shortened(String error) {
        return error == null || error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
    }

    public String id() {
        return id;
    }

    /** EMAIL or SMS. */
    public WayOfDelivery way() {
        return way;
    }

    public MailKind kind() {
        return kind;
    }

    /** The case; null for a mail that belongs to none, and so are its number and id. */
    public Proposal proposal() {
        return proposal;
    }

    public String caseNumber() {
        return proposal == null ? null : proposal.caseNumber();
    }

    String proposalId() {
        return proposal == null ? null : proposal.id();
    }

    /** Whether it went to the author of its case, and not to somebody who supports it. */
    public boolean toAuthor() {
        return proposal != null && author != null && author.id().equals(proposal.author().id());
    }

    Author author() {
        return author;
    }

    public String messageId() {
        return messageId;
    }

    public String inReplyTo() {
        return inReplyTo;
    }

    /** Id of the answer or question it carries; null for receipts. */
    public String reference() {
        return reference;
    }

    byte[] sealedTo() {
        return sealedTo;
    }

    public String subject() {
        return subject;
    }

    byte[] sealedBody() {
        return sealedBody;
    }

    public MailState state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public String lastError() {
        return lastError;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant sentAt() {
        return sentAt;
    }
}
