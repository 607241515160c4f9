package io.minsheng.implementation.process;

import java.time.InstantSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** 销号: the project is done, and so are its cases. */
@Singleton
class CloseProject implements Step {

    private final Projects projects;
    private final InstantSource clock;
    private final Event<Act> acts;

    CloseProject(Projects projects, InstantSource clock, Event<Act> acts) {
        this.projects = projects;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public void perform(Token token) {
        Project project = projects.byId(token.text("projectId"));
        if (project.close(clock.instant())) {
            acts.fire(new Act(Actor.SYSTEM.username(), "PROJECT_CLOSED", "PROJECT", project.id(), null, ""));
        }
    }
}
