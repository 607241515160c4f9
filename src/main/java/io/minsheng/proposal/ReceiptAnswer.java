package io.minsheng.proposal;

import java.time.OffsetDateTime;

import io.minsheng.platform.time.Shanghai;

/** What a call that registers a suggestion answers (contract: {@code POST /api/v1/proposals}, the desk alike). */
public record ReceiptAnswer(String caseNumber, String queryCode, StageAnswer stage, OffsetDateTime receivedAt,
        String trackingUrl) {

    /** Code and Chinese name of a stage. */
    public record StageAnswer(Stage code, String label) {
    }

    public static ReceiptAnswer of(Receipt receipt) {
        return new ReceiptAnswer(receipt.caseNumber(), receipt.queryCode(),
                new StageAnswer(receipt.stage(), receipt.stage().label()), Shanghai.iso(receipt.receivedAt()),
                receipt.trackingUrl());
    }
}
