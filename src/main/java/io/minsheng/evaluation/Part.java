package io.minsheng.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/** A department's part in a round, and its opinion. */
@Entity
@Table(name = "evaluation_part")
public class Part {

    /** A department was reminded, since its part is overdue. */
    public record Overdue(Proposal proposal, Part part) {
    }

    @Id
    private String id;
    @Column(name = "round_id")
    private String roundId;
    private int position;
    private String organisation;
    @Enumerated(EnumType.STRING)
    private PartRole role;
    @Enumerated(EnumType.STRING)
    private PartState state;
    @Embedded
    private Judgement judgement;
    private String reason;
    @Column(name = "suggested_department")
    private String suggestedDepartment;
    @Column(name = "done_by")
    private String doneBy;
    @Column(name = "done_at")
    private Instant doneAt;
    @Column(name = "reminded_at")
    private Instant remindedAt;
    @ElementCollection
    @CollectionTable(name = "evaluation_score", joinColumns = @JoinColumn(name = "part_id"))
    @MapKeyColumn(name = "principle")
    @Column(name = "score")
    private Map<String, Integer> scores = new HashMap<>();

    protected Part() {
    }

    Part(Round round, int position, String organisation) {
        this.id = Ids.next();
        this.roundId = round.id();
        this.position = position;
        this.organisation = organisation;
        this.role = position == 0 ? PartRole.LEAD : PartRole.ASSIST;
        this.state = PartState.PENDING;
    }

    void submit(Opinion given, String by, Instant at) {
        end(PartState.SUBMITTED, by, at);
        write(given);
    }

    /** The department thought again before the office concluded. */
    void revise(Opinion given, String by, Instant at) {
        if (state != PartState.SUBMITTED) {
            throw Refusal.conflict("本单位尚未提交意见，不能修改。");
        }
        doneBy = by;
        doneAt = at;
        write(given);
    }

    void giveBack(String why, String suggested, String by, Instant at) {
        end(PartState.RETURNED, by, at);
        reason = why;
        suggestedDepartment = suggested;
    }

    void waive(String why, String by, Instant at) {
        end(PartState.WAIVED, by, at);
        reason = why;
    }

    /** A part that nobody has answered ends with its round; opinions given stay. */
    void cancel(Instant at) {
        if (state == PartState.PENDING) {
            state = PartState.CANCELLED;
            doneAt = at;
        }
    }

    /** Tells whether this is the first reminder. */
    boolean remind(Instant at) {
        if (state != PartState.PENDING || remindedAt != null) {
            return false;
        }
        remindedAt = at;
        return true;
    }

    /** It has more time now: the next reminder is a first one. */
    void forgetReminder() {
        remindedAt = null;
    }

    private void end(PartState how, String by, Instant at) {
        if (state != PartState.PENDING) {
            throw Refusal.conflict("这项评估" + state.label() + "，不能再次办理。");
        }
        state = how;
        doneBy = by;
        doneAt = at;
    }

    private void write(Opinion given) {
        judgement = Judgement.of(given);
        scores.clear();
        scores.putAll(given.scores());
    }

    /** The opinion; null unless submitted. */
    public Opinion opinion() {
        return state != PartState.SUBMITTED ? null : judgement.with(scores);
    }

    public String id() {
        return id;
    }

    public String roundId() {
        return roundId;
    }

    public String organisation() {
        return organisation;
    }

    public PartRole role() {
        return role;
    }

    public PartState state() {
        return state;
    }

    /** Why it was returned or waived; null otherwise. */
    public String reason() {
        return reason;
    }

    /** Who should have it instead, as the department thinks; or null. */
    public String suggestedDepartment() {
        return suggestedDepartment;
    }

    public Instant doneAt() {
        return doneAt;
    }

    public Instant remindedAt() {
        return remindedAt;
    }
}
