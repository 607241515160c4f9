package io.minsheng.publication.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.text.Texts;

/**
 * An answer as the staff sees it while working on it.
 *
 * @param ways by which the author can be reached, with what is known, masked
 * @param mail the exact mail that would be sent
 * @param message the exact short message that would be sent
 * @param others who else gets the answer: authors of what is merged into the case, and those who support these cases
 * @param personal what in the text looks like personal data, in words for people, masked
 */
public record AnswerView(Row row, String text, String returnedReason, List<WaysOfAuthor.Way> ways, Letter mail, String message,
        Recipients.Others others, List<String> personal) {

    /** How long the short message is, in signs: gateways count them. */
    public int messageSigns() {
        return Texts.codePoints(message);
    }

    /**
     * A row of the ledger.
     *
     * @param number which handling of the case it ends, from 1
     * @param title of the case
     * @param disposition 未纳入 …
     * @param way null when none is owed
     */
    public record Row(String id, String caseNumber, int number, String title, String disposition, AnswerState state,
            WayOfDelivery way, Drafting drafting, Arrival arrival) {
    }

    /** Who wrote (user name, and name to show) and who released it (name); null before. */
    public record Drafting(String draftedBy, String drafter, Instant draftedAt, String releaser, Instant releasedAt) {
    }

    /** When it arrived, what happened on the way, or why none is owed; null before. */
    public record Arrival(LocalDate on, String note, String notOwedReason) {
    }
}
