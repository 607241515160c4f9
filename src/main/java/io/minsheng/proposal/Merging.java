package io.minsheng.proposal;

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

import io.minsheng.platform.persistence.Ids;

/** That a case was merged into another one: where it stood then, and how that ended. */
@Entity
@Table(name = "merging")
public class Merging {

    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal member;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "into_id")
    private Proposal into;
    @Enumerated(EnumType.STRING)
    private Stage stage;
    @Enumerated(EnumType.STRING)
    @Column(name = "public_stage")
    private Stage publicStage;
    @Column(name = "stage_since")
    private Instant stageSince;
    @Column(name = "merged_by")
    private String mergedBy;
    @Column(name = "merged_at")
    private Instant mergedAt;
    @Column(name = "answered_at")
    private Instant answeredAt;
    @Column(name = "undone_by")
    private String undoneBy;
    @Column(name = "undone_at")
    private Instant undoneAt;
    private String reason;

    protected Merging() {
    }

    Merging(Proposal member, Proposal into, String mergedBy, Instant mergedAt) {
        this.id = Ids.next();
        this.member = member;
        this.into = into;
        this.stage = member.stage();
        this.publicStage = member.publicStage();
        this.stageSince = member.stageSince();
        this.mergedBy = mergedBy;
        this.mergedAt = mergedAt;
    }

    void undo(String reason, String by, Instant at) {
        this.reason = reason;
        this.undoneBy = by;
        this.undoneAt = at;
    }

    void answered(Instant at) {
        this.answeredAt = at;
    }

    public Proposal member() {
        return member;
    }

    public Proposal into() {
        return into;
    }

    /** Where the member stood, and will stand again if it is taken out. */
    public Stage stage() {
        return stage;
    }

    Stage publicStage() {
        return publicStage;
    }

    Instant stageSince() {
        return stageSince;
    }

    public Instant mergedAt() {
        return mergedAt;
    }

    /** The answer of the main case was released: the member gets its own, and nothing can be undone any more. */
    public boolean settled() {
        return answeredAt != null;
    }
}
