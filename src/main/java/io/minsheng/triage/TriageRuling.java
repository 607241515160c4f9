package io.minsheng.triage;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/** What triage ruled on a case, and why; a case that comes back gets another. */
@Entity
@Table(name = "triage_ruling")
public class TriageRuling {

    /** The outcomes of the contract. */
    public enum Outcome {
        ACCEPT,
        ASK_SUPPLEMENT,
        REFER,
        REJECT
    }

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Column(name = "ruled_by")
    private String ruledBy;
    @Column(name = "ruled_at")
    private Instant ruledAt;
    @Column(name = "referred_to")
    private String referredTo;
    @Enumerated(EnumType.STRING)
    @Column(name = "reason_code")
    private RejectionReason reasonCode;
    private String explanation;

    protected TriageRuling() {
    }

    TriageRuling(Proposal proposal, Outcome outcome, String ruledBy, Instant ruledAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.outcome = outcome;
        this.ruledBy = ruledBy;
        this.ruledAt = ruledAt;
    }

    void referTo(String office, String why) {
        this.referredTo = office;
        this.explanation = why;
    }

    void reject(RejectionReason reason, String why) {
        this.reasonCode = reason;
        this.explanation = why;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Instant ruledAt() {
        return ruledAt;
    }

    /** See {@link Referrals}; null unless referred. */
    public String referredTo() {
        return referredTo;
    }

    /** Null unless rejected. */
    public RejectionReason reasonCode() {
        return reasonCode;
    }

    /** Null unless referred or rejected. */
    public String explanation() {
        return explanation;
    }
}
