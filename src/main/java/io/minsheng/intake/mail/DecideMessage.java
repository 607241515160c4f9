package io.minsheng.intake.mail;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.CompleteWorkItem;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * Decides about a mail from the mailbox's side. Where a review task waits, it is claimed and completed, so that task and
 * row never disagree; a mail that the machine ignored, took for a duplicate or could not read is decided directly.
 */
@ApplicationScoped
public class DecideMessage {

    private final InboxMessages messages;
    private final OpenMessage open;
    private final CheckDecision check;
    private final ActOnMessage act;
    private final ReviewTask task;
    private final InstantSource clock;

    DecideMessage(InboxMessages messages, OpenMessage open, CheckDecision check, ActOnMessage act, ReviewTask task,
            InstantSource clock) {
        this.messages = messages;
        this.open = open;
        this.check = check;
        this.act = act;
        this.task = task;
        this.clock = clock;
    }

    /**
     * Makes a case, attaches or ignores.
     *
     * @throws Refusal 400, 403 not TRIAGE, 404, 409 decided already or another's task
     */
    @Transactional
    public InboxMessage decide(String id, ReviewForm form, Actor actor) {
        Held held = held(id, actor);
        InboxMessage message = held.message();
        if (held.waiting().isPresent()) {
            task.settle(held.waiting().get(), form, actor);
        } else {
            check.check(form, message, open.read(message));
            message.decided(actor.username(), "IGNORE".equals(form.outcome()) ? form.reason() : null);
            act.act(message, form, actor);
        }
        return message;
    }

    /**
     * Lets the machine try once more, as soon as possible.
     *
     * @throws Refusal 403, 404, 409 as above
     */
    @Transactional
    public InboxMessage retry(String id, Actor actor) {
        Held held = held(id, actor);
        held.waiting().ifPresent(waiting -> task.withdraw(waiting, actor));
        held.message().tryAgain(clock.instant());
        return held.message();
    }

    /**
     * Gives a mail that the machine ignored, took for a duplicate or could not read to a person after all.
     *
     * @return id of its review task; of the one that waits, if one does
     * @throws Refusal 403, 404, 409 as above
     */
    @Transactional
    public String review(String id, Actor actor) {
        requireTriage(actor);
        InboxMessage message = undecided(id);
        if (task.of(id).isEmpty()) {
            task.enter(message, "由 " + actor.displayName() + " 转人工处理。" + (message.reason() == null ? "" : message.reason()));
        }
        return task.of(id).map(WorkItem::id).orElseThrow();
    }

    /** Id of the review task that stands for a mail, if one waits. */
    @Transactional
    public Optional<String> reviewTask(String id) {
        return task.of(id).map(WorkItem::id);
    }

    /** A mail and the task that stands for it, both held. */
    private record Held(InboxMessage message, Optional<WorkItem> waiting) {
    }

    /** Who completes the task holds its item first and then the mail: in another order two people could wait for each other. */
    private Held held(String id, Actor actor) {
        requireTriage(actor);
        Optional<WorkItem> waiting = task.held(id);
        InboxMessage message = undecided(id);
        if (waiting.isEmpty() && task.of(id).isPresent()) {
            throw Refusal.conflict("这封邮件刚刚转人工处理，请刷新后再试。");
        }
        return new Held(message, waiting);
    }

    private static void requireTriage(Actor actor) {
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以处理来信。");
        }
    }

    private InboxMessage undecided(String id) {
        InboxMessage message = messages.locked(id);
        if (message.state().isSettled()) {
            throw Refusal.conflict("这封邮件已归入 " + message.caseNumber() + "。");
        }
        return message;
    }

    /** The task that stands for a mail. */
    @ApplicationScoped
    static class ReviewTask {

        private final WorkItems items;
        private final ClaimWorkItem claim;
        private final CompleteWorkItem complete;
        private final Processes processes;
        private final EnterReview review;

        ReviewTask(WorkItems items, ClaimWorkItem claim, CompleteWorkItem complete, Processes processes, EnterReview review) {
            this.items = items;
            this.review = review;
            this.claim = claim;
            this.complete = complete;
            this.processes = processes;
        }

        Optional<WorkItem> of(String messageId) {
            return waiting(messageId).firstResultOptional();
        }

        /** Nobody else completes it until the transaction ends. */
        Optional<WorkItem> held(String messageId) {
            return waiting(messageId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional().filter(WorkItem::open);
        }

        private PanacheQuery<WorkItem> waiting(String messageId) {
            return items.find("subjectType = ?1 and subjectId = ?2 and queue = ?3 and endedAt is null", SubjectType.MESSAGE,
                    messageId, ProcessKey.REVIEW.name());
        }

        void enter(InboxMessage message, String reason) {
            review.enter(message, reason);
        }

        void settle(WorkItem item, ReviewForm form, Actor actor) {
            claim.claim(item.id(), actor);
            complete.completeForm(item.id(), form, actor);
        }

        void withdraw(WorkItem item, Actor actor) {
            if (item.assignee() != null && !item.isClaimedBy(actor.username())) {
                throw Refusal.conflict("这封邮件正由他人处理。");
            }
            processes.cancel(item.processInstance(), "重新读取邮件");
        }
    }
}
