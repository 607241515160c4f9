package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The reasons of verdicts: noted by triage, conclusion and decision, read by the steps that end a case and by the answer. */
@ApplicationScoped
public class Verdicts implements PanacheRepositoryBase<Verdict, String> {

    private final InstantSource clock;

    Verdicts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes a reason; a later note takes the place of an earlier one. Texts are checked by the caller.
     *
     * @param answerDraft text the answer starts from, or null
     */
    public Verdict note(Proposal proposal, String reason, String answerDraft, Actor by) {
        Verdict verdict = new Verdict(proposal, reason, answerDraft, by.username(), clock.instant());
        persist(verdict);
        return verdict;
    }

    /** The latest note on the case. */
    public Optional<Verdict> of(Proposal proposal) {
        return find("proposalId = ?1 order by notedAt desc, id desc", proposal.id()).firstResultOptional();
    }
}
