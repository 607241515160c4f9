package io.minsheng.supervision;

/**
 * What completes SUPERVISION/REPLY (contract: what complete takes).
 *
 * @param outcome REPLY
 */
public record ReplyForm(String outcome, String text) {
}
