package io.minsheng.evaluation;

import java.time.Instant;
import java.util.List;

import io.minsheng.platform.text.TextChange;
import io.quarkus.qute.TemplateData;

/**
 * One opinion of a department as it was given.
 *
 * @param number 1 for the first
 * @param by name of its author
 * @param usedAt when the office last concluded from it, or null
 * @param changes what differs from the one before; empty for the first
 */
@TemplateData
public record VersionView(int number, String by, Instant at, Opinion opinion, Instant usedAt, List<Change> changes) {

    /** A field that differs, with its Chinese label. */
    @TemplateData
    public record Change(String field, String label, TextChange text) {
    }
}
