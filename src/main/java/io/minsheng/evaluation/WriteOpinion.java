package io.minsheng.evaluation;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;

/** Checks what a department says, makes it the opinion of its part, and keeps it beside all earlier ones. */
@Singleton
class WriteOpinion {

    private final CheckOpinion check;
    private final OpinionVersions versions;
    private final InstantSource clock;

    WriteOpinion(CheckOpinion check, OpinionVersions versions, InstantSource clock) {
        this.check = check;
        this.versions = versions;
        this.clock = clock;
    }

    void first(Part part, EvaluationForm form, String campaign, Actor by) {
        Opinion opinion = check.checked(form, part.role(), campaign);
        part.submit(opinion, by.username(), clock.instant());
        versions.keep(part, opinion, by);
    }

    void anew(Part part, EvaluationForm form, String campaign, Actor by) {
        Opinion opinion = check.checked(form, part.role(), campaign);
        part.revise(opinion, by.username(), clock.instant());
        versions.keep(part, opinion, by);
    }
}
