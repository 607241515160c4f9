package io.minsheng.publication;

/** What the contract's REVIEW takes for a bad rating: {@code outcome} REOPEN or KEEP, and why. */
public record RatingJudgement(String outcome, String reason) {
}
