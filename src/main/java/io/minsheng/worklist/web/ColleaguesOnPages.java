package io.minsheng.worklist.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.worklist.Colleagues;
import io.minsheng.worklist.Colleagues.Colleague;

/** Gives {@code tags/handOn.html} those to whom the reader can give a task. */
@Named("colleagues")
@ApplicationScoped
public class ColleaguesOnPages {

    private final Colleagues colleagues;
    private final CurrentActor actor;

    ColleaguesOnPages(Colleagues colleagues, CurrentActor actor) {
        this.colleagues = colleagues;
        this.actor = actor;
    }

    public List<Colleague> mine() {
        return colleagues.of(actor.get());
    }
}
