package io.minsheng.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A department's part as pages and API show it.
 *
 * @param opinion null unless submitted
 * @param reason why returned or waived, or null
 * @param suggested name of the department suggested instead, or null
 * @param dueAt deadline while pending, else null
 * @param overdue whether that has passed
 * @param extensions how the deadline was changed, or why not, oldest first
 * @param versions every opinion that was given, first to last
 * @param revisable whether the reader may replace the opinion now
 */
public record OpinionView(String organisation, String organisationName, PartRole role, PartState state, Opinion opinion,
        String reason, String suggested, Instant doneAt, Instant dueAt, boolean overdue,
        List<ExtensionView> extensions, List<VersionView> versions, boolean revisable) {

    /** Score of a principle; null when not given. */
    public Integer score(String principle) {
        return opinion == null ? null : opinion.scores().get(principle);
    }

    /** Sum of the scores; null when none was given. */
    public Integer total() {
        return opinion == null || opinion.scores().isEmpty() ? null
                : opinion.scores().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** 380.5, in 万元; null when not given. */
    public String cost() {
        return opinion == null || opinion.estimatedCost() == null ? null
                : opinion.estimatedCost().stripTrailingZeros().toPlainString();
    }

    /** The versions, the newest first. */
    public List<VersionView> newestFirst() {
        List<VersionView> newest = new ArrayList<>(versions);
        Collections.reverse(newest);
        return newest;
    }

    public boolean lead() {
        return role == PartRole.LEAD;
    }
}
