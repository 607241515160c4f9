package io.minsheng.platform.error;

/**
 * One field that does not pass.
 *
 * @param field name of the field as the caller sent it, dots for nesting ({@code proposer.phone})
 * @param message what is wrong, in Chinese
 */
public record Violation(String field, String message) {
}
