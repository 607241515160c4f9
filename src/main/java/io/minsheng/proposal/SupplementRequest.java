package io.minsheng.proposal;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;

import io.minsheng.platform.persistence.Ids;

/**
 * A question to the author. It is asked when the process has come to it, and ends answered or expired. Only what changes is
 * written: news of a mail must not open again what was answered at the same moment.
 */
@Entity
@DynamicUpdate
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
    private boolean untold;
    @Column(name = "told_on")
    private LocalDate toldOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "told_by")
    private ToldBy toldBy;

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

    /** No mail or message has brought it: somebody has to tell it. */
    public void leaveUntold() {
        this.untold = true;
    }

    /** The clock of the resident stands until the question was told. */
    void stopClock() {
        this.dueAt = null;
    }

    /**
     * A person has told it.
     *
     * @param by may be null
     */
    public void toldOn(LocalDate day, ToldBy by) {
        this.untold = false;
        this.toldOn = day;
        this.toldBy = by;
    }

    /** A person has tried in vain: it is not tried again. */
    public void giveUpTelling() {
        this.untold = false;
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

    /** Whether somebody has to tell it yet. */
    public boolean untold() {
        return untold;
    }

    /** The day on which a person told it; null where none did, or had to. */
    public LocalDate toldOn() {
        return toldOn;
    }

    /** How that was; may be null. */
    public ToldBy toldBy() {
        return toldBy;
    }

    /** Exclusive end of the last day to answer; null before the question was asked, and until it was told. */
    public Instant dueAt() {
        return dueAt;
    }

    public End how() {
        return how;
    }
}
