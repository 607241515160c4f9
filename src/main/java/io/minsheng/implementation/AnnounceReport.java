package io.minsheng.implementation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.event.Act;

/** Tells of a report: the audit log, and whoever had called for it. */
@Singleton
class AnnounceReport {

    private final Event<Act> acts;
    private final Event<ProgressReport.Given> given;

    AnnounceReport(Event<Act> acts, Event<ProgressReport.Given> given) {
        this.acts = acts;
        this.given = given;
    }

    void given(Project project, ProgressReport report) {
        acts.fire(new Act(report.reportedBy(), "PROGRESS_REPORT", "PROJECT", project.id(), null,
                report.month() + " v" + report.version() + " " + report.status()));
        given.fire(new ProgressReport.Given(project, report));
    }
}
