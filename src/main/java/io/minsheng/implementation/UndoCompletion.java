package io.minsheng.implementation;

import java.util.Date;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * A department reported by mistake that a project is completed: the office takes the report back with a reason, the project is
 * under way again, its cases follow one job each, and the month is reported anew.
 */
@ApplicationScoped
public class UndoCompletion {

    private static final LengthRule REASON = LengthRule.reason("reason", "撤销理由").needed();

    private final Projects projects;
    private final TakeBackReport takeBack;
    private final ReportMonths months;
    private final FollowProject follow;
    private final Processes processes;

    UndoCompletion(Projects projects, TakeBackReport takeBack, ReportMonths months, FollowProject follow,
            Processes processes) {
        this.projects = projects;
        this.takeBack = takeBack;
        this.months = months;
        this.follow = follow;
        this.processes = processes;
    }

    /**
     * Takes the last report back.
     *
     * @throws Refusal 400 no reason; 403 not the office; 404; 409 the project is not closed
     */
    @Transactional
    public void undo(String projectId, String reason, Actor actor) {
        if (!mayUndo(actor)) {
            throw Refusal.forbidden("只有社会事业科可以撤销销号。");
        }
        String clean = REASON.accepted(reason);
        Project project = projects.byId(projectId);
        // read anew under the lock: of two at once the second must not take back one more report
        projects.hold(project);
        if (project.closedAt() == null) {
            throw Refusal.conflict("项目没有销号，不需要撤销。");
        }
        project.reopen();
        takeBack.newest(project, clean, actor);
        processes.startBy(MessageName.PROJECT_REOPENED, project.id(),
                Map.of("projectId", project.id(), "campaign", project.campaign(), "organisation", project.lead(),
                        "projectState", "ONGOING", "caseCount", follow.casesBehind(project), "nextReportAt",
                        Date.from(months.askedAt(months.next(project)))));
    }

    /** Whether the person belongs to the office; for pages. */
    public boolean mayUndo(Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF);
    }
}
