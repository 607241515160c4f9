package io.minsheng.proposal;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/**
 * Why a case ends as it does, written down by who decides and before the process ends the case; texts are no process variables.
 * With it, if wanted, the draft of the answer. Shown to the author only through a released answer.
 */
@Entity
@Table(name = "verdict")
public class Verdict {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private String reason;
    @Column(name = "answer_draft")
    private String answerDraft;
    @Column(name = "noted_by")
    private String notedBy;
    @Column(name = "noted_at")
    private Instant notedAt;

    protected Verdict() {
    }

    Verdict(Proposal proposal, String reason, String answerDraft, String notedBy, Instant notedAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.reason = reason;
        this.answerDraft = answerDraft;
        this.notedBy = notedBy;
        this.notedAt = notedAt;
    }

    public String reason() {
        return reason;
    }

    /** What the author could be answered, as whoever decided would put it; null when left to the drafter. */
    public String answerDraft() {
        return answerDraft;
    }
}
