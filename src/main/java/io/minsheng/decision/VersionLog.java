package io.minsheng.decision;

import java.time.Instant;
import java.util.List;

import io.minsheng.platform.text.TextChange;
import io.quarkus.qute.TemplateData;

/**
 * One version of a list, with what changed since the one before.
 *
 * @param by name of who saved it
 * @param reason why, or null
 * @param digest SHA-256 of the frozen list; null for a draft
 * @param items how many are on it
 * @param changes empty for the first
 */
@TemplateData
public record VersionLog(int number, String by, Instant at, String reason, String digest, int items, List<Change> changes) {

    /** What happened to an item. */
    public enum Kind {

        ADDED("列入"),
        DROPPED("移出"),
        EDITED("修改");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** An item that changed; fields only when it was edited. */
    @TemplateData
    public record Change(Kind kind, String item, String title, List<Field> fields) {
    }

    /** A field that was edited, with its Chinese label. */
    @TemplateData
    public record Field(String field, String label, TextChange text) {
    }
}
