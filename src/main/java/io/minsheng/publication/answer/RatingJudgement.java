package io.minsheng.publication.answer;

/** What the contract's REVIEW takes for a bad rating: {@code outcome} REOPEN or KEEP, and why. */
public record RatingJudgement(String outcome, String reason) {
}
