package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;

import org.camunda.bpm.engine.ManagementService;

/** Jobs of the engine that failed as often as they may and now wait for a person. */
@ApplicationScoped
public class FailedJobs {

    private final ManagementService management;

    FailedJobs(ManagementService management) {
        this.management = management;
    }

    public long count() {
        return management.createJobQuery().noRetriesLeft().count();
    }
}
