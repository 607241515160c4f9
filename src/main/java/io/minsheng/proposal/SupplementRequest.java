package io.minsheng.proposal;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** A question to the author. It is asked when the process has come to it, and ends answered or expired. */
@Entity
@Table(name = "supplement_request")
public class SupplementRequest {

    /** A question was asked: whoever delivers it should do so now. */
    public record Asked(Proposal proposal, SupplementRequest request) {
    }

    /** How a question ended. */
    public enum End {
        ANSWERED,
        EXPIRED
    }

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private String question;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "working_days")
    private int workingDays;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Enumerated(EnumType.STRING)
    private End how;

    protected SupplementRequest() {
    }

    SupplementRequest(Proposal proposal, String question, int workingDays, String askedBy, Instant askedAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.question = question;
        this.workingDays = workingDays;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /** The clock of the resident begins. */
    public void dueBy(Instant dueAt) {
        this.dueAt = dueAt;
    }

    public void close(End how, Instant at) {
        this.how = how;
        this.closedAt = at;
    }

    public String id() {
        return id;
    }

    public String question() {
        return question;
    }

    public int workingDays() {
        return workingDays;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Exclusive end of the last day to answer; null before the question was asked. */
    public Instant dueAt() {
        return dueAt;
    }

    public End how() {
        return how;
    }
}
