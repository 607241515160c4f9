package io.minsheng.closing;

import java.util.EnumMap;
import java.util.Map;

import io.minsheng.proposal.Disposition;

/** Adds cases up, group by group. */
class Tally {

    private final Map<Disposition, Long> ended = new EnumMap<>(Disposition.class);
    private long received;
    private long open;

    Tally() {
        for (Disposition each : Disposition.values()) {
            ended.put(each, 0L);
        }
    }

    void add(CaseGroup group) {
        received += group.cases();
        if (group.disposition() == null) {
            open += group.cases();
        } else {
            ended.merge(group.disposition(), group.cases(), Long::sum);
        }
    }

    /** Cases that the process knows and the register does not: received, but nowhere among the ends. */
    void addLost(long cases) {
        received += cases;
    }

    Sums sums() {
        return new Sums(received, new EnumMap<>(ended), open);
    }
}
