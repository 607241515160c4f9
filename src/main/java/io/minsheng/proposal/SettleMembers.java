package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.Processes;

/**
 * Ends what is merged into a case when that one is answered (domain: Merged). Two steps, since there may be many: from the
 * release on nothing can be undone, then each member is ended by a job of its own. Joins the caller's transaction.
 */
@ApplicationScoped
public class SettleMembers {

    private final MergedCases merged;
    private final Processes processes;
    private final MergeNews news;
    private final InstantSource clock;

    SettleMembers(MergedCases merged, Processes processes, MergeNews news, InstantSource clock) {
        this.merged = merged;
        this.processes = processes;
        this.news = news;
        this.clock = clock;
    }

    /** Makes every merge below the case final; returns the members that were not before, so that a repetition finds none. */
    public List<Proposal> begin(Proposal main) {
        if (main.mergedInto() != null) {
            // whatever is merged into a member is settled with the main case
            return List.of();
        }
        merged.hold(main);
        List<Merging> open = merged.below(main).stream().filter(each -> !each.settled()).toList();
        open.forEach(each -> each.answered(clock.instant()));
        return open.stream().map(Merging::member).toList();
    }

    /**
     * Ends one member: its frozen process goes, this one takes its place. Ending it again changes nothing.
     *
     * @param processInstance the process that gives the member its answer
     */
    public void end(Proposal member, String processInstance) {
        if (!member.merged()) {
            return;
        }
        Proposal main = merged.mainOf(member);
        String frozen = member.processInstance();
        member.endAsMember("与同类建议 " + main.caseNumber() + " 合并办理");
        member.handledBy(processInstance);
        news.settled(member, main);
        processes.cancel(frozen, "随主件 " + main.caseNumber() + " 办结");
    }
}
