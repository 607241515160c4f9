package io.minsheng.tracking;

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

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;

/**
 * 本人信息申请: a person wants to see, correct or erase what is stored about the person (个人信息保护法 44 to 47). What the person
 * wrote is sealed with the person's key, so that erasing makes it unreadable as well.
 */
@Entity
@Table(name = "data_request")
public class DataRequest {

    /** What is wanted. */
    public enum Kind {
        SEE("查阅"),
        CORRECT("更正"),
        ERASE("删除");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far it is. */
    public enum State {
        OPEN("办理中"),
        GRANTED("已同意"),
        REFUSED("未同意");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author author;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "sealed_words")
    private byte[] sealedWords;
    @Column(name = "sealed_name")
    private byte[] sealedName;
    @Column(name = "sealed_phone")
    private byte[] sealedPhone;
    @Column(name = "sealed_email")
    private byte[] sealedEmail;
    @Column(name = "sealed_address")
    private byte[] sealedAddress;
    @Column(name = "process_instance")
    private String processInstance;
    @Column(name = "requested_at")
    private Instant requestedAt;
    private String answer;
    @Column(name = "answered_by")
    private String answeredBy;
    @Column(name = "answered_at")
    private Instant answeredAt;

    protected DataRequest() {
    }

    DataRequest(Proposal proposal, Author author, Kind kind, Instant requestedAt) {
        this.id = Ids.next();
        this.proposal = proposal;
        this.author = author;
        this.kind = kind;
        this.state = State.OPEN;
        this.requestedAt = requestedAt;
    }

    /** @param contact what is right instead, for a correction; else null */
    void says(String words, Contact contact, Vault vault) {
        byte[] key = author.wrappedKey();
        sealedWords = vault.sealText(key, words);
        if (contact != null) {
            sealedName = vault.sealText(key, contact.name());
            sealedPhone = vault.sealText(key, contact.phone());
            sealedEmail = vault.sealText(key, contact.email());
            sealedAddress = vault.sealText(key, contact.address());
        }
    }

    void handledBy(String processInstance) {
        this.processInstance = processInstance;
    }

    void answered(State state, String answer, String by, Instant at) {
        this.state = state;
        this.answer = answer;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    String words(Vault vault) {
        return vault.openText(author.wrappedKey(), sealedWords);
    }

    /** What is right instead; all null but for a correction. */
    Contact wanted(Vault vault) {
        byte[] key = author.wrappedKey();
        return new Contact(vault.openText(key, sealedName), vault.openText(key, sealedPhone), vault.openText(key, sealedEmail),
                vault.openText(key, sealedAddress));
    }

    public String id() {
        return id;
    }

    public Proposal proposal() {
        return proposal;
    }

    public Author author() {
        return author;
    }

    /** Whether the person is the case's author, else somebody who supports it. */
    public boolean ofCaseAuthor() {
        return author.id().equals(proposal.author().id());
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** What the person is told; null while it is open, or when nothing was written. */
    public String answer() {
        return answer;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}
