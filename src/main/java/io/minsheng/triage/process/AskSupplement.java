package io.minsheng.triage.process;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/**
 * Puts a question to the author. It stands on the tracking page from this moment, which counts as its delivery for everybody;
 * a mail, where there is an address, tells of it besides. So the author's clock starts now.
 */
@Singleton
public class AskSupplement implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final DueDates dueDates;
    private final MoveCase moveCase;
    private final InstantSource clock;
    private final Event<SupplementRequest.Asked> asked;

    AskSupplement(Proposals proposals, SupplementRequests requests, DueDates dueDates, MoveCase moveCase,
            InstantSource clock, Event<SupplementRequest.Asked> asked) {
        this.proposals = proposals;
        this.requests = requests;
        this.dueDates = dueDates;
        this.moveCase = moveCase;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        SupplementRequest request = requests.openOf(proposal).orElseThrow();
        if (request.dueAt() == null) {
            Instant due = dueDates.due(clock.instant(), request.workingDays()).at();
            request.dueBy(due);
            moveCase.to(Stage.AWAITING_SUPPLEMENT, proposal, Note.forAuthor(
                    "我们有一个问题请您补充说明，请在" + Shanghai.sayDate(due.minusNanos(1)) + "前答复。"), Actor.SYSTEM);
            asked.fire(new SupplementRequest.Asked(proposal, request));
        }
        token.set("supplementDue", Date.from(request.dueAt()));
    }
}
