package io.minsheng.implementation;

import java.util.Date;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.implementation.ProgressReport.Said;
import io.minsheng.platform.actor.Actor;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** PROGRESS: the lead department reports a month. The project's cases follow, one job each. */
@Singleton
class CompleteProgress implements Completion<ProgressForm> {

    private final Projects projects;
    private final ProgressReports reports;
    private final CheckProgress check;
    private final ReportMonths months;
    private final FollowProject follow;
    private final SendPhotos sendPhotos;
    private final AnnounceReport announce;

    CompleteProgress(Projects projects, ProgressReports reports, CheckProgress check, ReportMonths months,
            FollowProject follow, SendPhotos sendPhotos, AnnounceReport announce) {
        this.projects = projects;
        this.reports = reports;
        this.check = check;
        this.months = months;
        this.follow = follow;
        this.sendPhotos = sendPhotos;
        this.announce = announce;
    }

    @Override
    public String queue() {
        return "PROGRESS";
    }

    @Override
    public Class<ProgressForm> form() {
        return ProgressForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ProgressForm form, Actor actor) {
        Project project = projects.byId(item.subjectId());
        Said said = check.checked(project, form);
        ProgressReport report = reports.add(project, said, actor);
        sendPhotos.with(project, report);
        announce.given(project, report);
        // the newest month counts: a correction of an earlier one does not close the project
        boolean completed = reports.newest(project).orElseThrow().status() == ProgressStatus.COMPLETED;
        return Map.of("outcome", "REPORT", "projectState", completed ? "COMPLETED" : "ONGOING", "caseCount",
                follow.casesBehind(project), "nextReportAt", Date.from(months.askedAt(months.next(project))));
    }
}
