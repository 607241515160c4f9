package io.minsheng.evaluation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.workflow.WorkItem;

/**
 * A department asked for more working days, and what came of it (domain: one extension of 10 with a reason and the chief's
 * approval). The days are those that the campaign allowed when it was asked.
 */
@Entity
@Table(name = "due_extension")
public class DueExtension {

    /** A department has more time now; its part is not overdue any more. */
    public record Granted(String caseNumber, String organisation) {
    }

    @Id
    private String id;
    @Column(name = "part_id")
    private String partId;
    @Column(name = "work_item")
    private String workItem;
    @Enumerated(EnumType.STRING)
    private ExtensionState state;
    private String reason;
    @Column(name = "working_days")
    private int workingDays;
    @Column(name = "due_before")
    private Instant dueBefore;
    @Column(name = "due_after")
    private Instant dueAfter;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "judged_by")
    private String judgedBy;
    @Column(name = "judged_at")
    private Instant judgedAt;
    @Column(name = "judged_reason")
    private String judgedReason;

    protected DueExtension() {
    }

    DueExtension(Part part, WorkItem item, int workingDays, String reason, String by, Instant at) {
        this.id = Ids.next();
        this.partId = part.id();
        this.workItem = item.id();
        this.state = ExtensionState.ASKED;
        this.workingDays = workingDays;
        this.reason = reason;
        this.dueBefore = item.dueAt();
        this.askedBy = by;
        this.askedAt = at;
    }

    void judge(ExtensionState how, String why, String by, Instant at) {
        state = how;
        judgedReason = why;
        judgedBy = by;
        judgedAt = at;
    }

    /** The part was answered, or its round ended, before the chief decided. */
    void drop() {
        state = ExtensionState.DROPPED;
    }

    void movedTo(Instant due) {
        dueAfter = due;
    }

    public String partId() {
        return partId;
    }

    /** Id of the task whose deadline it is about. */
    String workItem() {
        return workItem;
    }

    public ExtensionState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public int workingDays() {
        return workingDays;
    }

    /** The deadline when it was asked (exclusive end of the last day). */
    public Instant dueBefore() {
        return dueBefore;
    }

    /** The deadline since it was approved; null otherwise. */
    public Instant dueAfter() {
        return dueAfter;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** What the chief said; null while undecided, or when nothing was said. */
    public String judgedReason() {
        return judgedReason;
    }

    /** Null while undecided. */
    public Instant judgedAt() {
        return judgedAt;
    }
}
