package io.minsheng.intake.mail.suggestion;

import java.util.Map;

/**
 * A suggestion as it would be registered, with what the machine read for it.
 *
 * @param readings field by field, how sure it is
 * @param source see {@link Suggestion}
 */
public record ProposedCase(Draft draft, Map<String, Guess> readings, String source) {

    /** As it is kept and shown, without a case as yet. */
    public Suggestion suggestion() {
        return new Suggestion(readings, source, null);
    }

    /** Whether what it is about was read with less than this confidence; of a text title and content are what they are. */
    boolean isUnsure(double sure) {
        return readings.getOrDefault("title", new Guess("", 0)).confidence() < sure
                || readings.getOrDefault("content", new Guess("", 0)).confidence() < sure;
    }
}
