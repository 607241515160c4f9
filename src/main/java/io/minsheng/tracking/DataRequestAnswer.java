package io.minsheng.tracking;

/** What REVIEW/PERSON takes: {@code outcome} GRANT or REFUSE; why, which the person reads, is needed to refuse. */
public record DataRequestAnswer(String outcome, String reason) {
}
