package io.minsheng.intake.mail.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.minsheng.correspondence.MailState;

/**
 * What an administrator should know once a day: what failed, what waits, whether mailbox and rows agree. Numbers and addresses
 * of the office only, nothing about residents.
 *
 * @param at when it was put together
 * @param mailboxes how reading them fares
 * @param comparisons with the servers within the last day
 * @param inbox what came in
 * @param outbox mails that wait or are uncertain; those that failed or came back within the last day
 * @param oldestQueued null when no outgoing mail waits
 * @param failedJobs of the engine
 */
public record Digest(Instant at, List<MailboxStatus.Status> mailboxes, List<MailboxComparison> comparisons, Inbox inbox,
        Map<MailState, Long> outbox, Instant oldestQueued, long failedJobs) {

    /**
     * Received mails.
     *
     * @param arrived within the last day
     * @param oldestReview when the oldest mail that waits for a person was stored; null when none waits
     */
    public record Inbox(long arrived, long waiting, long review, long failed, Instant oldestReview) {
    }

    /** Whether anything calls for somebody. */
    public boolean calls() {
        return failedJobs > 0 || inbox.failed() > 0
                || mailboxes.stream().anyMatch(each -> each.error() != null || each.degraded())
                || comparisons.stream().anyMatch(each -> each.trouble() != null || each.missing() != null && each.missing() > 0)
                || outbox.entrySet().stream().anyMatch(each -> each.getKey() != MailState.QUEUED && each.getValue() > 0);
    }

    /** How many outgoing mails are in a state, by its code. */
    public long outgoing(String state) {
        return outbox.getOrDefault(MailState.valueOf(state), 0L);
    }
}
