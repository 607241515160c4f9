package io.minsheng.evaluation;

import java.time.Instant;
import java.util.List;

/**
 * A round with the parts that the reader may see, the lead first.
 *
 * @param number 1 for the first
 * @param note words of the office for the departments, or null
 * @param endedAt null while it runs
 */
public record RoundView(int number, String note, Instant openedAt, Instant endedAt, List<OpinionView> parts) {
}
