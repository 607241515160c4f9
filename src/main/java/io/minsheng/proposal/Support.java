package io.minsheng.proposal;

import java.time.Instant;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/**
 * 附议: somebody wants the same as a public suggestion. No suggestion in the sum, but a person who counts and gets the answer.
 * Who it is stands sealed where authors stand, with a key of its own.
 */
@Entity
@Table(name = "support")
public class Support {

    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author supporter;
    private String words;
    @Column(name = "code_digest")
    private String codeDigest;
    @Column(name = "supported_at")
    private Instant supportedAt;
    @Column(name = "privacy_version")
    private Integer privacyVersion;

    protected Support() {
    }

    Support(Proposal proposal, Author supporter, String words, String codeDigest, Instant supportedAt) {
        this.id = Ids.next();
        this.proposal = proposal;
        this.supporter = supporter;
        this.words = words;
        this.codeDigest = codeDigest;
        this.supportedAt = supportedAt;
    }

    void told(int privacyVersion) {
        this.privacyVersion = privacyVersion;
    }

    void forgetPerson(UnaryOperator<String> mask) {
        words = mask.apply(words);
    }

    public String id() {
        return id;
    }

    public Proposal proposal() {
        return proposal;
    }

    public Author supporter() {
        return supporter;
    }

    /** What the person wanted to add; may be null. */
    public String words() {
        return words;
    }

    public Instant supportedAt() {
        return supportedAt;
    }

    /** The version of the notice on personal data that the person agreed to; null for what came before versions were kept. */
    public Integer privacyVersion() {
        return privacyVersion;
    }
}
