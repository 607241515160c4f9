package io.minsheng.intake.form.api;

import java.time.OffsetDateTime;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.Stage;

/** Answer of {@code POST /api/v1/proposals}. */
public record ReceiptAnswer(String caseNumber, String queryCode, StageAnswer stage, OffsetDateTime receivedAt,
        String trackingUrl) {

    /** Code and Chinese name of a stage. */
    public record StageAnswer(Stage code, String label) {
    }

    static ReceiptAnswer of(Receipt receipt) {
        return new ReceiptAnswer(receipt.caseNumber(), receipt.queryCode(),
                new StageAnswer(receipt.stage(), receipt.stage().label()), Shanghai.iso(receipt.receivedAt()),
                receipt.trackingUrl());
    }
}
