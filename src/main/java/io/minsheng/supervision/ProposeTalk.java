package io.minsheng.supervision;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;

/** The written reply is overdue as well: 约谈 is proposed to the leaders. */
@ApplicationScoped
public class ProposeTalk {

    private final Supervisions supervisions;
    private final RecordSupervision record;

    ProposeTalk(Supervisions supervisions, RecordSupervision record) {
        this.supervisions = supervisions;
        this.record = record;
    }

    /** Proposes it; a second call changes nothing. */
    public void propose(String id) {
        Supervision supervision = supervisions.byId(id);
        if (supervision.proposeInterview()) {
            record.write(supervision, "PROPOSED", "%s逾期未回复督办通知书（" + supervision.number() + "），提请约谈。", Actor.SYSTEM);
        }
    }
}
