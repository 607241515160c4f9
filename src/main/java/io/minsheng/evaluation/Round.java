package io.minsheng.evaluation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/** One round of evaluation of a case; a case may have several, and every opinion of each is kept. */
@Entity
@Table(name = "evaluation_round")
public class Round {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private int number;
    private String note;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "ended_at")
    private Instant endedAt;

    protected Round() {
    }

    Round(Proposal proposal, int number, String note, String openedBy, Instant openedAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.number = number;
        this.note = note;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    void end(Instant at) {
        this.endedAt = at;
    }

    public String id() {
        return id;
    }

    /** 1 for the first round of a case. */
    public int number() {
        return number;
    }

    /** Words of the office for the departments; may be null. */
    public String note() {
        return note;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while it runs. */
    public Instant endedAt() {
        return endedAt;
    }
}
