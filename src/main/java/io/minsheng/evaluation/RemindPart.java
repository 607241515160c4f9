package io.minsheng.evaluation;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;

/** Reminds a department that is overdue: the first reminder only, however often it is asked to. */
@ApplicationScoped
public class RemindPart {

    private final Parts parts;
    private final Proposals proposals;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final InstantSource clock;

    RemindPart(Parts parts, Proposals proposals, Organisations organisations, RecordOnCase record, InstantSource clock) {
        this.parts = parts;
        this.proposals = proposals;
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
    }

    public void remind(String caseNumber, String roundId, String organisation) {
        Part part = parts.of(roundId, organisation).orElseThrow();
        if (part.remind(clock.instant())) {
            record.write(proposals.byNumber(caseNumber), "EVALUATION_REMIND", organisation,
                    Note.internal("催办：" + organisations.shortName(organisation) + "（" + part.role().label()
                            + "）逾期未提交评估意见。"),
                    Actor.SYSTEM);
        }
    }
}
