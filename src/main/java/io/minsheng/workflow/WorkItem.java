package io.minsheng.workflow;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One task of a person: our own row beside the engine's user task, written and ended by task listeners in the same transaction.
 * The id is the engine's task id.
 */
@Entity
@Table(name = "work_item")
public class WorkItem {

    @Id
    private String id;
    @Column(name = "process_instance")
    private String processInstance;
    private String queue;
    private String step;
    private String part;
    private String name;
    @Column(name = "candidate_role")
    private String candidateRole;
    private String organisation;
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_type")
    private SubjectType subjectType;
    @Column(name = "subject_id")
    private String subjectId;
    @Column(name = "case_number")
    private String caseNumber;
    private String campaign;
    private String title;
    private String category;
    private String township;
    private String channel;
    private String assignee;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "yellow_at")
    private Instant yellowAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "due_provisional")
    private boolean dueProvisional;
    /** Working days given when it began; null where somebody named the deadline, or it is not counted in days. */
    @Column(name = "granted_days")
    private Integer grantedDays;
    private boolean urgent;
    private boolean frozen;
    @Column(name = "paused_days")
    private int pausedDays;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_how")
    private String endedHow;

    protected WorkItem() {
    }

    WorkItem(String id, String processInstance, Kind kind, SubjectType subjectType, String subjectId, Subject subject,
            Instant createdAt) {
        this.id = id;
        this.processInstance = processInstance;
        this.queue = kind.queue();
        this.step = kind.step();
        this.name = kind.name();
        this.candidateRole = kind.candidateRole();
        this.part = kind.part();
        this.organisation = kind.organisation();
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.caseNumber = subject.caseNumber();
        this.campaign = subject.campaign();
        this.title = subject.title();
        this.category = subject.category();
        this.township = subject.township();
        this.channel = subject.channel();
        this.urgent = subject.urgent();
        this.createdAt = createdAt;
    }

    /** What the model says of the task. */
    record Kind(String queue, String step, String name, String candidateRole, String part, String organisation) {
    }

    void dueBy(Deadline deadline) {
        this.dueAt = deadline.at();
        this.yellowAt = deadline.yellowAt();
        this.dueProvisional = deadline.provisional();
    }

    /** So many working days are given, whatever the campaign allows later. */
    void grant(Integer days) {
        this.grantedDays = days;
    }

    /** More working days; the deadline is the one after them. */
    void extend(int days, Deadline deadline) {
        this.pausedDays += days;
        dueBy(deadline);
    }

    void freeze() {
        this.frozen = true;
    }

    /** Goes on where it stood; the deadline is the one after the pause. */
    void thaw(int days, Deadline deadline) {
        this.frozen = false;
        this.pausedDays += days;
        if (deadline != null) {
            dueBy(deadline);
        }
    }

    /** The thing it is about has another title or category now. */
    void describe(Subject subject) {
        this.title = subject.title();
        this.category = subject.category();
    }

    void end(Instant at, String how) {
        this.endedAt = at;
        this.endedHow = how;
    }

    void markUrgent(boolean mark) {
        this.urgent = mark;
    }

    void assignTo(String username) {
        this.assignee = username;
    }

    public boolean open() {
        return endedAt == null;
    }

    public boolean isClaimedBy(String username) {
        return username.equals(assignee);
    }

    public String id() {
        return id;
    }

    public String processInstance() {
        return processInstance;
    }

    public String queue() {
        return queue;
    }

    /** The step within the queue; null where it has none. */
    public String step() {
        return step;
    }

    /** LEAD or ASSIST for an evaluation; else null. */
    public String part() {
        return part;
    }

    public String name() {
        return name;
    }

    public String candidateRole() {
        return candidateRole;
    }

    /** The department a task belongs to; null for tasks of the office. */
    public String organisation() {
        return organisation;
    }

    public SubjectType subjectType() {
        return subjectType;
    }

    public String subjectId() {
        return subjectId;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String campaign() {
        return campaign;
    }

    public String title() {
        return title;
    }

    public String category() {
        return category;
    }

    public String township() {
        return township;
    }

    public String channel() {
        return channel;
    }

    public String assignee() {
        return assignee;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant yellowAt() {
        return yellowAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** The due date touches a year whose calendar is not known yet (暂定). */
    public boolean dueProvisional() {
        return dueProvisional;
    }

    /** Its case is urgent (涉险涉稳): red whatever the deadline says. */
    public boolean urgent() {
        return urgent;
    }

    /** Paused while its case is merged into another one. */
    public boolean frozen() {
        return frozen;
    }

    Integer grantedDays() {
        return grantedDays;
    }

    /** Working days on top of those given: its clock stood still so long, or it was extended. */
    int pausedDays() {
        return pausedDays;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
