package io.minsheng.publication.answer;

import java.time.LocalDate;

/**
 * What the contract's ANSWER/DELIVER takes.
 *
 * @param on the day on which it was posted, said or handed over
 */
public record Delivery(String outcome, LocalDate on, String note) {
}
