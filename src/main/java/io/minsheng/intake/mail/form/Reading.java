package io.minsheng.intake.mail.form;

/**
 * A value that was read.
 *
 * @param confidence how sure that is, 0 to 1
 */
public record Reading(String value, double confidence) {
}
