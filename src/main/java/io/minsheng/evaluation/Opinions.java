package io.minsheng.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
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
    private final PartHistory history;
    private final ViewPart viewPart;

    Opinions(CaseAccess access, Rounds rounds, Parts parts, WorkItems items, PartHistory history, ViewPart viewPart) {
        this.access = access;
        this.rounds = rounds;
        this.parts = parts;
        this.items = items;
        this.history = history;
        this.viewPart = viewPart;
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
        List<Round> all = rounds.of(proposal);
        Map<String, List<Part>> byRound = parts.ofRounds(all);
        List<Part> visible = all.stream().flatMap(each -> visible(byRound.get(each.id()), actor).stream()).toList();
        ViewPart.Look look = new ViewPart.Look(proposal, items.openOn(caseNumber), history.of(proposal, visible, mask), actor);
        return all.stream().map(each -> new RoundView(each.number(), mask.apply(each.note()), each.openedAt(), each.endedAt(),
                visible(byRound.get(each.id()), actor).stream()
                        .map(part -> viewPart.view(part, each == all.get(all.size() - 1), look)).toList()))
                .filter(each -> !each.parts().isEmpty()).toList();
    }

    private static List<Part> visible(List<Part> round, Actor actor) {
        boolean sees = actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER) || isOwn(round.get(0), actor);
        return round.stream().filter(each -> sees || isOwn(each, actor)).toList();
    }

    private static boolean isOwn(Part part, Actor actor) {
        return actor.has(Role.DEPARTMENT) && part.organisation().equals(actor.organisation());
    }
}
