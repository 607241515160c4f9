package io.minsheng.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/**
 * Brings a case to its goal by what people do, one task after the other. Looks each time where the case stands, so that it goes
 * on after a stop as if there had been none.
 */
@Singleton
class HandleCase {

    private static final int MOST_STEPS = 20;

    private final WorkItems items;
    private final Proposals proposals;
    private final WithdrawProposal withdraw;
    private final NextTask nextTask;
    private final DoTask doTask;
    private final OfficeHours officeHours;
    private final DemoClock clock;

    HandleCase(WorkItems items, Proposals proposals, WithdrawProposal withdraw, NextTask nextTask, DoTask doTask,
            OfficeHours officeHours, DemoClock clock) {
        this.items = items;
        this.proposals = proposals;
        this.withdraw = withdraw;
        this.nextTask = nextTask;
        this.doTask = doTask;
        this.officeHours = officeHours;
        this.clock = clock;
    }

    void bring(Sample sample, String caseNumber) {
        doTask.inOneTransaction(() -> {
            if (sample.goal() == Goal.WITHDRAWN) {
                withdraw(sample, caseNumber);
            } else {
                handle(sample, caseNumber);
            }
        });
    }

    private void handle(Sample sample, String caseNumber) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<NextTask.Task> next = next(sample, caseNumber);
            if (next.isEmpty()) {
                return;
            }
            perform(next.get(), sample);
        }
        throw new IllegalStateException("case " + caseNumber + " does not come to " + sample.goal());
    }

    private Optional<NextTask.Task> next(Sample sample, String caseNumber) {
        List<WorkItem> open = items.openOn(caseNumber);
        return open.isEmpty() ? Optional.empty() : nextTask.of(sample, open.get(0));
    }

    private void perform(NextTask.Task task, Sample sample) {
        int hours = 4 + sample.dice(task.item().id().length() + task.item().queue() + task.item().step()) / 2;
        Instant at = officeHours.after(task.item().createdAt(), Duration.ofHours(hours));
        if (task.form() == null) {
            doTask.claim(task.item().id(), task.actor(), at);
        } else {
            doTask.complete(task.item().id(), task.form().apply(at), task.actor(), at);
        }
    }

    private void withdraw(Sample sample, String caseNumber) {
        Instant at = officeHours.after(sample.receivedAt(), Duration.ofHours(20));
        Proposal proposal = proposals.byNumber(caseNumber);
        if (proposal.mayBeWithdrawn()) {
            clock.at(at, () -> {
                withdraw.withdraw(proposal, "问题已经由社区解决，不用再办了，谢谢。", Actor.RESIDENT);
                return null;
            });
        }
    }
}
