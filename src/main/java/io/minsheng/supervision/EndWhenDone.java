package io.minsheng.supervision;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.evaluation.DueExtension;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItemEnded;

/**
 * The department has done what it was overdue with, or need not any more (returned, waived, withdrawn): a notice that is not
 * issued yet is not needed. An issued one still wants its written reply.
 */
@Singleton
class EndWhenDone {

    private final Supervisions supervisions;
    private final Processes processes;

    EndWhenDone(Supervisions supervisions, Processes processes) {
        this.supervisions = supervisions;
        this.processes = processes;
    }

    /** It has more time: it is not overdue any more. */
    void granted(@Observes DueExtension.Granted event) {
        drop(supervisions.undecidedOnCase(event.caseNumber(), event.organisation()));
    }

    void ended(@Observes WorkItemEnded event) {
        WorkItem item = event.item();
        Optional<Supervision> undecided = switch (item.queue()) {
            case "EVALUATION" -> supervisions.undecidedOnCase(item.caseNumber(), item.organisation());
            case "PROGRESS" -> supervisions.undecidedOnProject(item.subjectId());
            default -> Optional.empty();
        };
        drop(undecided);
    }

    private void drop(Optional<Supervision> undecided) {
        undecided.ifPresent(each -> processes.deliverIfAwaited(MessageName.SUPERVISION_MOOT, each.id(), Map.of()));
    }
}
