package io.minsheng.implementation;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/** A project becomes public, and its first leading department is asked to report from now on. */
@ApplicationScoped
public class BeginImplementation {

    private final Processes processes;

    BeginImplementation(Processes processes) {
        this.processes = processes;
    }

    /**
     * Begins it; a second call changes nothing.
     *
     * @param at the same for all projects of a list
     */
    public void begin(Project project, Instant at) {
        if (project.publishedAt() == null) {
            project.publish(at);
            processes.start(ProcessKey.IMPLEMENTATION, project.id(),
                    Map.of("projectId", project.id(), "campaign", project.campaign(), "organisation", project.lead()));
        }
    }
}
