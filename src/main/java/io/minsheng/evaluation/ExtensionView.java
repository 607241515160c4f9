package io.minsheng.evaluation;

import java.time.Instant;

import io.quarkus.qute.TemplateData;

/**
 * A request for more time as its reader may see it.
 *
 * @param dueBefore deadline when it was asked (exclusive end of the last day)
 * @param dueAfter deadline since it was approved, or null
 * @param judgedReason what the chief said, or null
 * @param judgedAt null while undecided
 */
@TemplateData
public record ExtensionView(ExtensionState state, String reason, int workingDays, Instant dueBefore, Instant dueAfter,
        Instant askedAt, String judgedReason, Instant judgedAt) {
}
