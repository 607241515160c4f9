package io.minsheng.implementation.process;

import java.time.InstantSource;
import java.util.Date;

import jakarta.inject.Singleton;

import io.minsheng.workflow.Deadlines;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** A month's report is asked for; the reminder is set to its deadline. */
@Singleton
class OpenReport implements Step {

    private final Deadlines deadlines;
    private final InstantSource clock;

    OpenReport(Deadlines deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        token.set("remindAt", Date.from(deadlines.due(token.campaign(), "PROGRESS", null, clock.instant()).at()));
    }
}
