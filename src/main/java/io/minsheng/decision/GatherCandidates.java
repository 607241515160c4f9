package io.minsheng.decision;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.CandidateItems;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;

/** Puts concluded cases into candidate items: N suggestions become one candidate. */
@ApplicationScoped
class GatherCandidates implements CandidateItems {

    private final Candidates candidates;
    private final Tallies tallies;
    private final FirstPlan firstPlan;
    private final OneAtATime oneAtATime;
    private final Event<Act> acts;

    GatherCandidates(Candidates candidates, Tallies tallies, FirstPlan firstPlan, OneAtATime oneAtATime,
            Event<Act> acts) {
        this.candidates = candidates;
        this.tallies = tallies;
        this.firstPlan = firstPlan;
        this.oneAtATime = oneAtATime;
        this.acts = acts;
    }

    @Override
    @Transactional
    public String put(Proposal proposal, String item, String reason, Actor by) {
        oneAtATime.in(proposal.campaign());
        CandidateItem candidate = item == null ? created(proposal) : waiting(proposal, item);
        if (proposal.candidateItem() != null) {
            candidates.findById(proposal.candidateItem()).leave(proposal);
        }
        proposal.belongTo(candidate.id());
        acts.fire(Act.onCase(by.username(), "CANDIDATE", proposal.caseNumber(), candidate.id()));
        return candidate.id();
    }

    @Override
    @Transactional
    public List<Candidate> waiting(String campaign) {
        List<CandidateItem> items = candidates.waiting(campaign);
        Map<String, Tally> counted = tallies.ofItems(items.stream().map(CandidateItem::id).toList());
        return items.stream().map(each -> new Candidate(each.id(), each.title(), counted.get(each.id()).suggestions()))
                .toList();
    }

    private CandidateItem created(Proposal proposal) {
        CandidateItem candidate = new CandidateItem(proposal.campaign(), proposal.category(), firstPlan.of(proposal));
        candidates.persist(candidate);
        return candidate;
    }

    private CandidateItem waiting(Proposal proposal, String item) {
        return candidates.findByIdOptional(item)
                .filter(each -> each.campaign().equals(proposal.campaign()) && each.waits())
                .orElseThrow(() -> Refusal.invalid("item", "没有这个备选事项，或者它已列入确定的名单。"));
    }
}
