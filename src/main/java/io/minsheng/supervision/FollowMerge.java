package io.minsheng.supervision;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.evaluation.OverdueParts;
import io.minsheng.evaluation.Part;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * The clocks of a merged case stand still: the chief need not decide about its departments. When it stands alone again, those
 * that still owe their opinion are put before the chief anew, since a reminder comes only once. An issued notice wants its
 * reply all the while.
 */
@Singleton
class FollowMerge {

    private final Supervisions supervisions;
    private final OpenSupervision open;
    private final OverdueParts parts;
    private final Processes processes;

    FollowMerge(Supervisions supervisions, OpenSupervision open, OverdueParts parts, Processes processes) {
        this.supervisions = supervisions;
        this.open = open;
        this.parts = parts;
        this.processes = processes;
    }

    void moved(@Observes Proposal.Moved event) {
        if (event.to() == Stage.MERGED && event.from() != Stage.MERGED) {
            supervisions.ofCase(event.proposal().caseNumber()).stream()
                    .filter(each -> each.state() == SupervisionState.NOTICE).forEach(each -> processes
                            .deliverIfAwaited(MessageName.SUPERVISION_MOOT, each.id(), Map.of()));
        } else if (event.from() == Stage.MERGED && event.to() == Stage.EVALUATION) {
            putAgain(event.proposal());
        }
    }

    private void putAgain(Proposal proposal) {
        Set<String> overdue = parts.remindedIn(proposal).stream().map(Part::id).collect(Collectors.toCollection(HashSet::new));
        // each part once, however often the case was merged; a department that was late in an earlier round only is not late now
        supervisions.ofCase(proposal.caseNumber()).stream().filter(each -> each.state() == SupervisionState.DROPPED)
                .filter(each -> overdue.remove(each.partId())).forEach(open::again);
    }
}
