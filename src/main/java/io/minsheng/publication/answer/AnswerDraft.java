package io.minsheng.publication.answer;

/**
 * What the contract's ANSWER/DRAFT takes.
 *
 * @param way EMAIL, SMS, LETTER, PHONE, ONLINE
 */
public record AnswerDraft(String outcome, String text, String way) {
}
