package io.minsheng.proposal;

/**
 * Who supports a suggestion, as sent (contract: {@code POST …/supports}).
 *
 * @param phone telephone or e-mail is needed
 * @param text what the person wants to add, or null
 * @param consent to the privacy notice; needed
 */
public record Supporter(String name, String phone, String email, String text, Boolean consent) {
}
