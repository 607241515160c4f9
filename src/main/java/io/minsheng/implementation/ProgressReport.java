package io.minsheng.implementation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** What the lead department says of a month. A second report for the same month is a new version; the last one counts. */
@Entity
@Table(name = "progress_report")
public class ProgressReport {

    /** A report came in, in the transaction of whoever gave it. */
    public record Given(Project project, ProgressReport report) {
    }

    @Id
    private String id;
    @Column(name = "project_id")
    private String projectId;
    @Column(name = "for_month")
    private String month;
    private int version;
    @Enumerated(EnumType.STRING)
    private ProgressStatus status;
    private String text;
    private BigDecimal reached;
    private BigDecimal invested;
    @Column(name = "reported_by")
    private String reportedBy;
    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "undone_by")
    private String undoneBy;
    @Column(name = "undone_at")
    private Instant undoneAt;
    @Column(name = "undone_reason")
    private String undoneReason;

    protected ProgressReport() {
    }

    /**
     * What is said.
     *
     * @param text without personal data: it is published
     * @param reached how much of the yearly target, in its unit; or null
     * @param invested 万元 since the project began; or null
     */
    record Said(YearMonth month, ProgressStatus status, String text, BigDecimal reached, BigDecimal invested) {
    }

    ProgressReport(Project project, int version, Said said, String by, Instant at) {
        this.id = Ids.next();
        this.projectId = project.id();
        this.month = said.month().toString();
        this.version = version;
        this.status = said.status();
        this.text = said.text();
        this.reached = said.reached();
        this.invested = said.invested();
        this.reportedBy = by;
        this.reportedAt = at;
    }

    /** The office took it back: the project was not completed. */
    void undo(String reason, String by, Instant at) {
        this.undoneReason = reason;
        this.undoneBy = by;
        this.undoneAt = at;
    }

    String id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public YearMonth month() {
        return YearMonth.parse(month);
    }

    /** From 1; only the last of a month counts. */
    public int version() {
        return version;
    }

    public ProgressStatus status() {
        return status;
    }

    public String text() {
        return text;
    }

    /** How much of the yearly target, in its unit; or null. */
    public BigDecimal reached() {
        return reached;
    }

    /** 万元 since the project began; or null. */
    public BigDecimal invested() {
        return invested;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return reportedAt;
    }
}
