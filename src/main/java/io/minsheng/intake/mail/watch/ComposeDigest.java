package io.minsheng.intake.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.MailState;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.intake.mail.InboxState;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.workflow.FailedJobs;

/** Puts the digest together, for its page and as the words of a mail. */
@ApplicationScoped
public class ComposeDigest {

    private final MailboxStatus status;
    private final MailboxComparisons comparisons;
    private final InboxMessages messages;
    private final OutboxMails outbox;
    private final FailedJobs jobs;
    private final PublicUrl url;
    private final InstantSource clock;

    ComposeDigest(MailboxStatus status, MailboxComparisons comparisons, InboxMessages messages, OutboxMails outbox,
            FailedJobs jobs, PublicUrl url, InstantSource clock) {
        this.status = status;
        this.comparisons = comparisons;
        this.messages = messages;
        this.outbox = outbox;
        this.jobs = jobs;
        this.url = url;
        this.clock = clock;
    }

    @Transactional
    public Digest now() {
        Instant at = clock.instant();
        Instant dayAgo = at.minus(Duration.ofDays(1));
        Digest.Inbox inbox = new Digest.Inbox(messages.count("storedAt >= ?1", dayAgo),
                messages.count("state", InboxState.NEW), messages.count("state", InboxState.REVIEW),
                messages.count("state", InboxState.FAILED), messages.oldest(InboxState.REVIEW).orElse(null));
        return new Digest(at, status.now(), comparisons.since(dayAgo), inbox, outbox.waitingAndFailed(dayAgo),
                outbox.oldestQueued().orElse(null), jobs.count());
    }

    /** The digest as a mail. */
    Letter letter(Digest digest) {
        StringBuilder text = new StringBuilder("收件邮箱\n");
        for (MailboxStatus.Status each : digest.mailboxes()) {
            text.append("- ").append(each.mailbox()).append("：").append(words(each)).append('\n');
        }
        text.append(digest.mailboxes().isEmpty() ? "- 没有设置\n" : "").append("\n与邮箱对账\n");
        latest(digest.comparisons()).forEach(each -> text.append("- ").append(each.mailbox()).append("：")
                .append(each.trouble() == null ? "邮箱中 " + each.onServer() + " 封，未入库 " + each.missing() + " 封"
                        : "没有对成，" + each.trouble())
                .append('\n'));
        text.append(digest.comparisons().isEmpty() ? "- 最近一天没有对账\n" : "");
        text.append("""

                来信
                - 最近一天收到 %d 封，待读取 %d 封，出错待重试 %d 封
                - 待人工处理 %d 封%s

                外发邮件
                - 待发送 %d 封%s，不确定 %d 封
                - 最近一天未送达 %d 封，被退回 %d 封

                流程
                - 出错停下的流程作业 %d 个

                详见 %s
                """.formatted(digest.inbox().arrived(), digest.inbox().waiting(), digest.inbox().failed(),
                digest.inbox().review(), since(digest.inbox().oldestReview()), digest.outgoing(MailState.QUEUED.name()),
                since(digest.oldestQueued()), digest.outgoing(MailState.UNCERTAIN.name()),
                digest.outgoing(MailState.FAILED.name()), digest.outgoing(MailState.BOUNCED.name()), digest.failedJobs(),
                url.to("/staff/admin/digest")));
        return new Letter("【民生】每日简报（" + Shanghai.sayDate(digest.at()) + "）" + (digest.calls() ? "有事项需要处理" : "一切正常"),
                text.toString());
    }

    private static String words(MailboxStatus.Status status) {
        if (status.error() != null) {
            return status.error();
        }
        String last = status.lastGoodPoll() == null ? "尚未收取" : Shanghai.sayTime(status.lastGoodPoll()) + " 收取成功";
        return last + (status.active() ? "" : "，没有启用定时收取") + (status.degraded() ? "，已经比平时晚" : "");
    }

    private static List<MailboxComparison> latest(List<MailboxComparison> comparisons) {
        return comparisons.stream()
                .filter(each -> comparisons.stream().noneMatch(other -> other.mailbox().equals(each.mailbox())
                        && other.folder().equals(each.folder()) && other.comparedAt().isAfter(each.comparedAt())))
                .toList();
    }

    private static String since(Instant at) {
        return at == null ? "" : "（最早 " + Shanghai.sayTime(at) + "）";
    }
}
