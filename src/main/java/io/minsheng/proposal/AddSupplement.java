package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/** Takes in words that the author adds: the answer to an open question moves the case on, anything else is an addendum. */
@ApplicationScoped
public class AddSupplement {

    private static final LengthRule TEXT = new LengthRule("text", "补充内容", 1, 5000);

    private final Supplements supplements;
    private final SupplementRequests requests;
    private final Timeline timeline;
    private final Processes processes;
    private final InstantSource clock;

    AddSupplement(Supplements supplements, SupplementRequests requests, Timeline timeline, Processes processes,
            InstantSource clock) {
        this.supplements = supplements;
        this.requests = requests;
        this.timeline = timeline;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Adds the words to a case that {@link CaseAccess} has opened.
     *
     * @throws Refusal 400 text, 409 the case takes no more words
     */
    @Transactional
    public Supplement add(Proposal proposal, String text, Channel channel, Actor by) {
        String clean = TEXT.accepted(text);
        if (!proposal.takesSupplements()) {
            throw Refusal.conflict("这条建议已经过了可以补充材料的环节。");
        }
        boolean asked = proposal.stage() == Stage.AWAITING_SUPPLEMENT;
        // while it is merged its process stands still: the answer is kept, and moves the case on if it is taken out
        SupplementRequest request = asked || proposal.merged() ? requests.openOf(proposal).orElse(null) : null;
        Supplement supplement = keep(proposal, request, clean, channel);
        if (asked) {
            processes.deliver(MessageName.SUPPLEMENT, proposal.caseNumber(), Map.of());
        } else {
            timeline.add(proposal, Note.forAuthor("已收到您补充的说明。"), by);
        }
        return supplement;
    }

    /**
     * Keeps what an author answered at once to whoever told the question. The task of telling it then moves the case on.
     *
     * @throws Refusal 400 text
     */
    @Transactional
    public void answeredAtOnce(Proposal proposal, SupplementRequest request, String text, Channel channel) {
        keep(proposal, request, TEXT.accepted(text), channel);
    }

    private Supplement keep(Proposal proposal, SupplementRequest request, String text, Channel channel) {
        Supplement supplement = new Supplement(proposal, request, text, channel, clock.instant());
        supplements.persist(supplement);
        return supplement;
    }
}
