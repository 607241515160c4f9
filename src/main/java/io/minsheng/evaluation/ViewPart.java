package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.PartHistory.History;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.workflow.WorkItem;

/** Shows a department's part. */
@Singleton
class ViewPart {

    private final Organisations organisations;
    private final MayRevise mayRevise;
    private final InstantSource clock;

    ViewPart(Organisations organisations, MayRevise mayRevise, InstantSource clock) {
        this.organisations = organisations;
        this.mayRevise = mayRevise;
        this.clock = clock;
    }

    /**
     * Who looks at what.
     *
     * @param open the open tasks on the case
     */
    record Look(Proposal proposal, List<WorkItem> open, History history, Actor actor) {
    }

    OpinionView view(Part part, boolean latestRound, Look look) {
        Instant due = part.state() == PartState.PENDING ? due(part, look.open()) : null;
        Opinion opinion = part.opinion();
        return new OpinionView(part.organisation(), organisations.shortName(part.organisation()), part.role(), part.state(),
                opinion == null ? null : opinion.masked(look.history().mask()), look.history().mask().apply(part.reason()),
                part.suggestedDepartment() == null ? null : organisations.shortName(part.suggestedDepartment()),
                part.doneAt(), due, due != null && !clock.instant().isBefore(due), look.history().extensions(part),
                look.history().versions(part), latestRound && mayRevise.isTheirs(look.proposal(), part, look.actor())
                        && mayRevise.whyNot(look.proposal(), part, look.open()).isEmpty());
    }

    private static Instant due(Part part, List<WorkItem> open) {
        return open.stream()
                .filter(each -> each.queue().equals("EVALUATION") && part.organisation().equals(each.organisation()))
                .map(WorkItem::dueAt).findFirst().orElse(null);
    }
}
