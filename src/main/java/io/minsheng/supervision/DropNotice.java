package io.minsheng.supervision;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;

/** A notice that was not issued yet is not needed any more. */
@ApplicationScoped
public class DropNotice {

    private final Supervisions supervisions;
    private final RecordSupervision record;

    DropNotice(Supervisions supervisions, RecordSupervision record) {
        this.supervisions = supervisions;
        this.record = record;
    }

    /** Drops it; a second call changes nothing. */
    public void drop(String id) {
        Supervision supervision = supervisions.byId(id);
        if (supervision.drop()) {
            record.write(supervision, "DROPPED", null, Actor.SYSTEM);
        }
    }
}
