package io.minsheng.correspondence;

/**
 * The exact words of a mail.
 *
 * @param subject without personal data
 * @param body plain text, lines ended by {@code \n}
 */
public record Letter(String subject, String body) {
}
