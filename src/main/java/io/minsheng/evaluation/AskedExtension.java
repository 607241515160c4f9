package io.minsheng.evaluation;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.WorkItem;

/** Finds the request that a task of the queue EXTENSION is about: the undecided one of the department's part. */
@ApplicationScoped
public class AskedExtension {

    private final Proposals proposals;
    private final RunningParts running;
    private final DueExtensions extensions;

    AskedExtension(Proposals proposals, RunningParts running, DueExtensions extensions) {
        this.proposals = proposals;
        this.running = running;
        this.extensions = extensions;
    }

    /**
     * The undecided request.
     *
     * @throws Refusal 409 when nothing is to be decided any more
     */
    public DueExtension of(WorkItem item) {
        return running.of(proposals.byNumber(item.caseNumber()), item.organisation())
                .flatMap(part -> extensions.of(part, ExtensionState.ASKED))
                .orElseThrow(() -> Refusal.conflict("这项延期申请已经不需要审批。"));
    }
}
