package io.minsheng.supervision;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.evaluation.Part;
import io.minsheng.implementation.Project;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.SubjectType;

/** A department was reminded and is overdue: the chief is asked whether to issue a notice. One at a time for each matter. */
@Singleton
class OpenSupervision {

    private final Supervisions supervisions;
    private final Processes processes;
    private final RecordSupervision record;
    private final InstantSource clock;

    OpenSupervision(Supervisions supervisions, Processes processes, RecordSupervision record, InstantSource clock) {
        this.supervisions = supervisions;
        this.processes = processes;
        this.record = record;
        this.clock = clock;
    }

    void evaluationOverdue(@Observes Part.Overdue event) {
        Part part = event.part();
        Proposal proposal = event.proposal();
        if (!supervisions.runsOnPart(part.id())) {
            open(Supervision.ofPart(proposal.campaign(), proposal.caseNumber(), part.id(), part.organisation(),
                    clock.instant()), SubjectType.CASE, proposal.caseNumber());
        }
    }

    void reportOverdue(@Observes Project.ReportOverdue event) {
        Project project = event.project();
        if (!supervisions.runsOnProject(project.id())) {
            open(Supervision.ofProject(project.campaign(), project.id(), project.lead(), clock.instant()),
                    SubjectType.PROJECT, project.id());
        }
    }

    /** The same matter once more: the chief had not decided when it became moot, and it is no longer moot. */
    void again(Supervision dropped) {
        if (!supervisions.runsOnPart(dropped.partId())) {
            open(Supervision.ofPart(dropped.campaign(), dropped.caseNumber(), dropped.partId(), dropped.organisation(),
                    clock.instant()), SubjectType.CASE, dropped.caseNumber());
        }
    }

    private void open(Supervision supervision, SubjectType type, String subject) {
        supervisions.persist(supervision);
        supervisions.flush();
        supervision.runsAs(processes.start(ProcessKey.SUPERVISION, supervision.id(), Map.of("campaign",
                supervision.campaign(), "organisation", supervision.organisation(), type.variable(), subject)));
        record.write(supervision, "OPENED", null, Actor.SYSTEM);
    }
}
