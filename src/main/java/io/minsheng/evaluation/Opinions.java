package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/**
 * The opinions on a case as one person may see them: the office and leaders all, a lead all of its round, any other department
 * its own, a desk none. Texts are masked for those who may not read originals.
 */
@ApplicationScoped
public class Opinions {

    private final CaseAccess access;
    private final Rounds rounds;
    private final Parts parts;
    private final WorkItems items;
    private final Organisations organisations;
    private final InstantSource clock;

    Opinions(CaseAccess access, Rounds rounds, Parts parts, WorkItems items, Organisations organisations,
            InstantSource clock) {
        this.access = access;
        this.rounds = rounds;
        this.parts = parts;
        this.items = items;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * The rounds, first to last; without those of which the person may see nothing.
     *
     * @throws io.minsheng.platform.error.Refusal 404 unknown case or not theirs
     */
    @Transactional
    public List<RoundView> of(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        UnaryOperator<String> mask = access.mayReadOriginals(proposal, actor) ? text -> text : Masking::freeText;
        Map<String, Instant> due = items.openOn(caseNumber).stream()
                .filter(each -> each.queue().equals("EVALUATION") && each.dueAt() != null)
                .collect(Collectors.toMap(WorkItem::organisation, WorkItem::dueAt, (first, second) -> first));
        return rounds.of(proposal).stream().map(round -> view(round, due, mask, actor))
                .filter(each -> !each.parts().isEmpty()).toList();
    }

    private RoundView view(Round round, Map<String, Instant> due, UnaryOperator<String> mask, Actor actor) {
        List<Part> all = parts.of(round);
        boolean sees = actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)
                || actor.has(Role.DEPARTMENT) && all.get(0).organisation().equals(actor.organisation());
        return new RoundView(round.number(), mask.apply(round.note()), round.openedAt(), round.endedAt(),
                all.stream().filter(each -> sees || isOwn(each, actor)).map(each -> view(each, due, mask)).toList());
    }

    private static boolean isOwn(Part part, Actor actor) {
        return actor.has(Role.DEPARTMENT) && part.organisation().equals(actor.organisation());
    }

    private OpinionView view(Part part, Map<String, Instant> due, UnaryOperator<String> mask) {
        Instant dueAt = part.state() == PartState.PENDING ? due.get(part.organisation()) : null;
        return new OpinionView(part.organisation(), organisations.shortName(part.organisation()), part.role(), part.state(),
                masked(part.opinion(), mask), mask.apply(part.reason()),
                part.suggestedDepartment() == null ? null : organisations.shortName(part.suggestedDepartment()),
                part.doneAt(), dueAt, dueAt != null && !clock.instant().isBefore(dueAt));
    }

    private static Opinion masked(Opinion opinion, UnaryOperator<String> mask) {
        return opinion == null ? null
                : new Opinion(opinion.scores(), opinion.recommendation(), mask.apply(opinion.text()),
                        opinion.estimatedCost(), mask.apply(opinion.fundingSource()), opinion.thisYear(),
                        mask.apply(opinion.target()));
    }
}
