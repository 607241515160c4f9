package io.minsheng.triage.process;

import java.time.InstantSource;
import java.util.Date;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.correspondence.TellAuthor;
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
 * Puts a question to the author. It stands on the tracking page from this moment. Where a mail or short message brings it, or
 * nothing could, the author's clock starts now; where only a call or a letter does, it starts when somebody has told it.
 */
@Singleton
public class AskSupplement implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final DueDates dueDates;
    private final TellAuthor tellAuthor;
    private final MoveCase moveCase;
    private final InstantSource clock;
    private final Event<SupplementRequest.Asked> asked;

    AskSupplement(Proposals proposals, SupplementRequests requests, DueDates dueDates, TellAuthor tellAuthor,
            MoveCase moveCase, InstantSource clock, Event<SupplementRequest.Asked> asked) {
        this.proposals = proposals;
        this.requests = requests;
        this.dueDates = dueDates;
        this.tellAuthor = tellAuthor;
        this.moveCase = moveCase;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        SupplementRequest request = requests.openOf(proposal).orElseThrow();
        if (proposal.stage() != Stage.AWAITING_SUPPLEMENT) {
            // a case that runs under an older model has no task for it
            if (token.knows("Task_TellQuestion") && tellAuthor.onlyByHand(proposal)) {
                request.leaveUntold();
            } else {
                request.dueBy(dueDates.due(clock.instant(), request.workingDays()).at());
            }
            moveCase.to(Stage.AWAITING_SUPPLEMENT, proposal, Note.forAuthor("我们有一个问题请您补充说明，"
                    + (request.untold() ? "工作人员会打电话或写信告知您，答复期限从告知之日起计算；您也可以现在就在查询页面答复。"
                            : "请在" + Shanghai.sayDate(request.dueAt().minusNanos(1)) + "前答复。")),
                    Actor.SYSTEM);
            asked.fire(new SupplementRequest.Asked(proposal, request));
        }
        token.set("byHand", request.untold() ? "YES" : "NO");
        if (!request.untold()) {
            token.set("supplementDue", Date.from(request.dueAt()));
        }
    }
}
