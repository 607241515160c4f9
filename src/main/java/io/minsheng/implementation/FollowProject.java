package io.minsheng.implementation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;

/**
 * Moves a case to where its project stands: under way since the first report, completed with the last, under way again when
 * that was a mistake. A case that is there already, or ended otherwise, stays; so it can be done again after a stop. Members
 * of a merged case follow their main one.
 */
@ApplicationScoped
public class FollowProject {

    private static final Set<Stage> FOLLOWING = EnumSet.of(Stage.PUBLISHED, Stage.IMPLEMENTING, Stage.COMPLETED);

    private final ProgressReports reports;
    private final Proposals proposals;
    private final MoveCase moveCase;

    FollowProject(ProgressReports reports, Proposals proposals, MoveCase moveCase) {
        this.reports = reports;
        this.proposals = proposals;
        this.moveCase = moveCase;
    }

    /** Where cases of the project stand; empty before its first report. */
    private Optional<Stage> stage(Project project) {
        return reports.newest(project)
                .map(each -> each.status() == ProgressStatus.COMPLETED || project.closedAt() != null ? Stage.COMPLETED
                        : Stage.IMPLEMENTING)
                .or(() -> reports.anyUndone(project) ? Optional.of(Stage.IMPLEMENTING) : Optional.empty());
    }

    /** How many cases the project has, if any of them stands behind; else 0. */
    int casesBehind(Project project) {
        Stage to = stage(project).orElse(null);
        return to == null || proposals.countOfItem(project.itemId(), to) == proposals.countOfItem(project.itemId()) ? 0
                : (int) proposals.countOfItem(project.itemId());
    }

    /** Moves the case, in the caller's transaction. */
    public void follow(Project project, Proposal proposal) {
        // a case that is just being published and a report that just comes in wait for each other here
        proposals.hold(proposal);
        Stage to = stage(project).orElse(null);
        if (to != null && FOLLOWING.contains(proposal.stage()) && proposal.stage().mayBecome(to)) {
            String what = to == Stage.COMPLETED ? "”已经完成，予以销号。"
                    : proposal.stage() == Stage.COMPLETED ? "”的完成情况填报有误，现更正为实施中。" : "”已开始实施。";
            moveCase.to(to, proposal, Note.forAuthor("您的建议所在的民生实事项目“" + project.title() + what), Actor.SYSTEM);
        }
    }
}
