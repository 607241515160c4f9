package io.minsheng.triage;

import java.time.LocalDate;

import io.minsheng.proposal.ToldBy;

/**
 * What REVIEW/TELL takes.
 *
 * @param outcome DONE: the author knows the question; ANSWERED: and has answered it at once; UNREACHABLE: nobody was reached
 * @param on the day of the call, of posting the letter or of the talk; for DONE and ANSWERED
 * @param way may be null
 * @param note may be null
 * @param answer the author's words; for ANSWERED
 * @param reason what was tried; for UNREACHABLE
 */
public record Telling(String outcome, LocalDate on, ToldBy way, String note, String answer, String reason) {
}
