package io.minsheng.triage.similar.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;

/** Gives {@code tags/similarCases.html} what it shows, on whichever page it stands. */
@Named("similarToCase")
@ApplicationScoped
public class SimilarToCase {

    private final SimilarCases similar;
    private final CurrentActor actor;

    SimilarToCase(SimilarCases similar, CurrentActor actor) {
        this.similar = similar;
        this.actor = actor;
    }

    /** As far as the reader of the page may see them. */
    public List<Similar> of(String caseNumber) {
        return similar.toCase(caseNumber, actor.get());
    }
}
