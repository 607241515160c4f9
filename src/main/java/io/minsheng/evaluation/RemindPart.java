package io.minsheng.evaluation;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;

/** Reminds a department that is overdue: the first reminder only, however often it is asked to. */
@ApplicationScoped
public class RemindPart {

    private final Parts parts;
    private final Proposals proposals;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final InstantSource clock;
    private final Event<Part.Overdue> overdue;

    RemindPart(Parts parts, Proposals proposals, Organisations organisations, RecordOnCase record, InstantSource clock,
            Event<Part.Overdue> overdue) {
        this.parts = parts;
        this.proposals = proposals;
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
        this.overdue = overdue;
    }

    public void remind(String caseNumber, String roundId, String organisation) {
        Part part = parts.of(roundId, organisation).orElseThrow();
        if (part.remind(clock.instant())) {
            Proposal proposal = proposals.byNumber(caseNumber);
            record.write(proposal, "EVALUATION_REMIND", organisation,
                    Note.internal("催办：" + organisations.shortName(organisation) + "（" + part.role().label()
                            + "）逾期未提交评估意见。"),
                    Actor.SYSTEM);
            overdue.fire(new Part.Overdue(proposal, part));
        }
    }
}
