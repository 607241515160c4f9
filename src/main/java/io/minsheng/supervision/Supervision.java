package io.minsheng.supervision;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/** One overdue department and what was done about it: about a part of an evaluation, or a project's monthly report. */
@Entity
@Table(name = "supervision")
public class Supervision {

    @Id
    private String id;
    private String campaign;
    @Enumerated(EnumType.STRING)
    private Cause cause;
    @Column(name = "case_number")
    private String caseNumber;
    @Column(name = "part_id")
    private String partId;
    @Column(name = "project_id")
    private String projectId;
    private String organisation;
    @Column(name = "process_instance")
    private String processInstance;
    @Enumerated(EnumType.STRING)
    private SupervisionState state;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "issue_year")
    private Integer issueYear;
    @Column(name = "issue_number")
    private Integer issueNumber;
    private String text;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "judged_by")
    private String judgedBy;
    @Column(name = "judged_at")
    private Instant judgedAt;
    @Column(name = "dismissed_reason")
    private String dismissedReason;
    private String reply;
    @Column(name = "replied_by")
    private String repliedBy;
    @Column(name = "replied_at")
    private Instant repliedAt;
    @Enumerated(EnumType.STRING)
    private Interview interview;
    @Column(name = "interview_reason")
    private String interviewReason;
    @Column(name = "interview_by")
    private String interviewBy;
    @Column(name = "interview_at")
    private Instant interviewAt;

    protected Supervision() {
    }

    private Supervision(String campaign, Cause cause, String organisation, Instant at) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.cause = cause;
        this.organisation = organisation;
        this.state = SupervisionState.NOTICE;
        this.openedAt = at;
    }

    static Supervision ofPart(String campaign, String caseNumber, String partId, String organisation, Instant at) {
        Supervision supervision = new Supervision(campaign, Cause.EVALUATION, organisation, at);
        supervision.caseNumber = caseNumber;
        supervision.partId = partId;
        return supervision;
    }

    static Supervision ofProject(String campaign, String projectId, String organisation, Instant at) {
        Supervision supervision = new Supervision(campaign, Cause.PROGRESS, organisation, at);
        supervision.projectId = projectId;
        return supervision;
    }

    /** What a notice says. */
    record Notice(int year, int number, LocalDate dueOn, String text) {
    }

    /** Its process, once started. */
    void runsAs(String instance) {
        processInstance = instance;
    }

    void issue(Notice notice, String by, Instant at) {
        judge(SupervisionState.ISSUED, by, at);
        issueYear = notice.year();
        issueNumber = notice.number();
        dueOn = notice.dueOn();
        text = notice.text();
    }

    void dismiss(String reason, String by, Instant at) {
        judge(SupervisionState.DISMISSED, by, at);
        dismissedReason = reason;
    }

    /** Tells whether the chief had not decided yet. */
    boolean drop() {
        if (state != SupervisionState.NOTICE) {
            return false;
        }
        state = SupervisionState.DROPPED;
        return true;
    }

    void reply(String words, String by, Instant at) {
        require(SupervisionState.ISSUED);
        state = SupervisionState.REPLIED;
        reply = words;
        repliedBy = by;
        repliedAt = at;
    }

    /** Tells whether it was not proposed yet. */
    boolean proposeInterview() {
        if (interview != null) {
            return false;
        }
        interview = Interview.PROPOSED;
        return true;
    }

    void decideInterview(Interview how, String reason, String by, Instant at) {
        if (interview != Interview.PROPOSED) {
            throw Refusal.conflict("这项约谈建议已经办理。");
        }
        interview = how;
        interviewReason = reason;
        interviewBy = by;
        interviewAt = at;
    }

    private void judge(SupervisionState how, String by, Instant at) {
        require(SupervisionState.NOTICE);
        state = how;
        judgedBy = by;
        judgedAt = at;
    }

    private void require(SupervisionState needed) {
        if (state != needed) {
            throw Refusal.conflict("这项督办现为“" + state.label() + "”，不能再次办理。");
        }
    }

    /** 督办〔2025〕1号; null until issued. */
    public String number() {
        return issueNumber == null ? null : "督办〔" + issueYear + "〕" + issueNumber + "号";
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    public Cause cause() {
        return cause;
    }

    /** Null when it is about a project. */
    public String caseNumber() {
        return caseNumber;
    }

    /** Id of the part of an evaluation; null when it is about a project. */
    String partId() {
        return partId;
    }

    /** Null when it is about a case. */
    public String projectId() {
        return projectId;
    }

    /** Code of the overdue department. */
    public String organisation() {
        return organisation;
    }

    public SupervisionState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** What the notice says; null until issued. */
    public String text() {
        return text;
    }

    /** Last day for the written reply; null until issued. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** User name of who issued or dismissed; null before. */
    public String judgedBy() {
        return judgedBy;
    }

    public Instant judgedAt() {
        return judgedAt;
    }

    public String dismissedReason() {
        return dismissedReason;
    }

    /** Null until it came. */
    public String reply() {
        return reply;
    }

    public String repliedBy() {
        return repliedBy;
    }

    public Instant repliedAt() {
        return repliedAt;
    }

    /** Null unless the reply was overdue. */
    public Interview interview() {
        return interview;
    }

    public String interviewReason() {
        return interviewReason;
    }

    public String interviewBy() {
        return interviewBy;
    }

    public Instant interviewAt() {
        return interviewAt;
    }
}
