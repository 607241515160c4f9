package io.minsheng.publication;

import java.time.Instant;

import io.minsheng.platform.error.Violation;

/**
 * Something in a publication that looks like personal data, or that the program cannot look at.
 *
 * @param key names it: a keyed digest of place, sort and signs; null where only taking it out helps
 * @param field title, text, items or annexes
 * @param message what was found where, masked, and what is to be done
 * @param cleared null until a second person has found that it is none
 */
public record Finding(String key, String field, String message, Cleared cleared) {

    /** By whom (name), when, and why it is none. */
    public record Cleared(String by, Instant at, String reason) {
    }

    /** Whether it keeps the publication from being released. */
    public boolean blocks() {
        return cleared == null;
    }

    /** Whether a second person may find that it is none. */
    public boolean clearable() {
        return key != null && cleared == null;
    }

    Violation violation() {
        return new Violation(field, message);
    }
}
