package io.minsheng.publication;

/** What PUBLICATION/REDACT takes: {@code outcome} REDACT, or DECLINE with a reason. */
public record RedactionJudgement(String outcome, String reason) {
}
