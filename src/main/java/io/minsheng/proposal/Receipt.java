package io.minsheng.proposal;

import java.time.Instant;

/**
 * 受理回执: what the author gets.
 *
 * @param queryCode in the clear, the only time
 * @param trackingUrl absolute link to the tracking page, without the code
 */
public record Receipt(String caseNumber, String queryCode, Stage stage, Instant receivedAt, String trackingUrl) {
}
