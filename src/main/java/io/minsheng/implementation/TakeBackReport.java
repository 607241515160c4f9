package io.minsheng.implementation;

import java.time.InstantSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** What a report said was wrong: it stays, marked, and counts no longer; nor do its photos. */
@Singleton
class TakeBackReport {

    private final ProgressReports reports;
    private final WithdrawPhoto withdrawPhoto;
    private final InstantSource clock;
    private final Event<Act> acts;

    TakeBackReport(ProgressReports reports, WithdrawPhoto withdrawPhoto, InstantSource clock, Event<Act> acts) {
        this.reports = reports;
        this.withdrawPhoto = withdrawPhoto;
        this.clock = clock;
        this.acts = acts;
    }

    /** To be called while the project is held. */
    void newest(Project project, String reason, Actor actor) {
        ProgressReport mistaken = reports.newest(project).orElseThrow();
        mistaken.undo(reason, actor.username(), clock.instant());
        reports.flush();
        acts.fire(new Act(actor.username(), "PROJECT_REOPENED", "PROJECT", project.id(), null,
                mistaken.month() + " v" + mistaken.version() + " " + reason));
        withdrawPhoto.ofReport(project, mistaken, actor);
    }
}
