package io.minsheng.implementation;

import java.time.Instant;
import java.time.YearMonth;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/**
 * A photo of a monthly report. It waits with the task until the report is given, and for a person of the office until everyone
 * may see it: no program finds every face and number plate. A correction of the month leaves it where it is.
 */
@Entity
@Table(name = "progress_photo")
public class ProgressPhoto {

    /** Where it stands. */
    public enum State {
        /** Added to a report that is not given yet. */
        DRAFT("未报送"),
        /** Nobody of the office has looked at it. */
        WAITING("待核看"),
        /** Everyone may see it. */
        PUBLIC("已公开"),
        /** Not fit for everyone. */
        INTERNAL("仅供内部"),
        /** Taken back; that it was public once stays written. */
        WITHDRAWN("已撤下");

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
    @Column(name = "project_id")
    private String projectId;
    @Column(name = "report_id")
    private String reportId;
    @Column(name = "for_month")
    private String month;
    private String caption;
    @Embedded
    private PhotoFiles files;
    @Column(name = "added_by")
    private String addedBy;
    @Column(name = "added_at")
    private Instant addedAt;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "judged_by")
    private String judgedBy;
    @Column(name = "judged_at")
    private Instant judgedAt;
    @Column(name = "judged_reason")
    private String judgedReason;
    @Column(name = "public_at")
    private Instant publicAt;
    @Column(name = "withdrawn_by")
    private String withdrawnBy;
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;
    @Column(name = "withdrawn_reason")
    private String withdrawnReason;
    @Column(name = "destroyed_by")
    private String destroyedBy;
    @Column(name = "destroyed_at")
    private Instant destroyedAt;
    @Column(name = "destroyed_reason")
    private String destroyedReason;

    protected ProgressPhoto() {
    }

    /** @param caption null if it is still to be written */
    ProgressPhoto(Project project, String caption, PhotoFiles files, String by, Instant at) {
        this.id = Ids.next();
        this.projectId = project.id();
        this.caption = caption;
        this.files = files;
        this.addedBy = by;
        this.addedAt = at;
        this.state = State.DRAFT;
    }

    void describe(String as) {
        require(State.DRAFT);
        this.caption = as;
    }

    /** The report it was added to is given; from now on it has a caption. */
    void report(ProgressReport report) {
        require(State.DRAFT);
        this.reportId = report.id();
        this.month = report.month().toString();
        this.state = State.WAITING;
    }

    /**
     * A person has looked at it.
     *
     * @param reason null when everyone may see it
     */
    void judge(boolean fit, String reason, String by, Instant at) {
        require(State.WAITING);
        this.state = fit ? State.PUBLIC : State.INTERNAL;
        this.judgedReason = reason;
        this.judgedBy = by;
        this.judgedAt = at;
        this.publicAt = fit ? at : null;
    }

    /** @throws Refusal 409 it is neither public nor about to become so */
    void withdraw(String reason, String by, Instant at) {
        if (!withdrawable()) {
            throw Refusal.conflict("这张照片" + state.label() + "，不能撤下。");
        }
        this.state = State.WITHDRAWN;
        this.withdrawnReason = reason;
        this.withdrawnBy = by;
        this.withdrawnAt = at;
    }

    /** @throws Refusal 409 it may become public, still is, or is destroyed already */
    void destroy(String reason, String by, Instant at) {
        if (destroyedAt != null) {
            throw Refusal.conflict("这张照片已经销毁。");
        }
        if (!destroyable()) {
            throw Refusal.conflict("这张照片" + state.label() + "，请先撤下再销毁。");
        }
        this.destroyedReason = reason;
        this.destroyedBy = by;
        this.destroyedAt = at;
    }

    private void require(State expected) {
        if (state != expected) {
            throw Refusal.conflict("这张照片" + state.label() + "，请刷新后再操作。");
        }
    }

    public boolean withdrawable() {
        return state == State.WAITING || state == State.PUBLIC;
    }

    /** Whether its pictures are still there and can be done without. */
    boolean destroyable() {
        return destroyedAt == null && (state == State.WITHDRAWN || state == State.INTERNAL);
    }

    public String id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    /** Null until its report is given. */
    public YearMonth month() {
        return month == null ? null : YearMonth.parse(month);
    }

    /** What it shows; without personal data. Null until it is written. */
    public String caption() {
        return caption;
    }

    public PhotoFiles files() {
        return files;
    }

    public String addedBy() {
        return addedBy;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public State state() {
        return state;
    }

    /** Null until a person has looked at it. */
    public String judgedBy() {
        return judgedBy;
    }

    public Instant judgedAt() {
        return judgedAt;
    }

    /** Why not everyone may see it, or null. */
    public String judgedReason() {
        return judgedReason;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** Without personal data: it is published where the photo was. */
    public String withdrawnReason() {
        return withdrawnReason;
    }

    /** Who had its pictures destroyed; null while they are there. */
    public String destroyedBy() {
        return destroyedBy;
    }

    public Instant destroyedAt() {
        return destroyedAt;
    }

    /** Without personal data. */
    public String destroyedReason() {
        return destroyedReason;
    }
}
