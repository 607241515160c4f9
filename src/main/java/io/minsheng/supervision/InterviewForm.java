package io.minsheng.supervision;

/**
 * What completes SUPERVISION/INTERVIEW (contract: what complete takes).
 *
 * @param outcome APPROVE or DECLINE
 * @param reason needed to decline
 */
public record InterviewForm(String outcome, String reason) {
}
