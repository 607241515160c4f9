package io.minsheng.implementation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** 催报: a lead department is overdue with its monthly report. Whoever supervises hears of it. */
@ApplicationScoped
public class RemindReport {

    private final Projects projects;
    private final ReportMonths months;
    private final Event<Act> acts;
    private final Event<Project.ReportOverdue> overdue;

    RemindReport(Projects projects, ReportMonths months, Event<Act> acts, Event<Project.ReportOverdue> overdue) {
        this.projects = projects;
        this.months = months;
        this.acts = acts;
        this.overdue = overdue;
    }

    public void remind(String projectId) {
        Project project = projects.byId(projectId);
        acts.fire(new Act(Actor.SYSTEM.username(), "PROGRESS_REMIND", "PROJECT", projectId, null,
                project.lead() + " " + months.next(project)));
        overdue.fire(new Project.ReportOverdue(project));
    }
}
