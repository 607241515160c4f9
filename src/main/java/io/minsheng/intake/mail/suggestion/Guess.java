package io.minsheng.intake.mail.suggestion;

/**
 * A value that was read, and how sure that is.
 *
 * @param confidence 0 to 1
 */
public record Guess(String value, double confidence) {
}
