package io.minsheng.closing;

import java.util.Set;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Stage;

/**
 * Cases that agree in everything a sum asks for.
 *
 * @param township null when the author named none
 * @param disposition null when the case has no end yet
 */
record CaseGroup(Stage stage, Disposition disposition, Channel channel, String category, String township, long cases) {

    private static final Set<Stage> ADOPTED = Set.of(Stage.PUBLISHED, Stage.IMPLEMENTING, Stage.COMPLETED);
    private static final Set<Stage> ENDS = Set.of(Stage.PUBLISHED, Stage.IMPLEMENTING, Stage.COMPLETED, Stage.NOT_ADOPTED,
            Stage.RESERVED, Stage.REFERRED, Stage.WITHDRAWN, Stage.REJECTED);

    /** Whether stage and disposition say the same; a merged case stands in its stage before it has its disposition. */
    boolean isConsistent() {
        if (disposition == null) {
            return !ENDS.contains(stage);
        }
        return disposition == Disposition.ADOPTED ? ADOPTED.contains(stage) : disposition.stage() == stage;
    }
}
