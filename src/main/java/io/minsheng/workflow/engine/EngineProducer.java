package io.minsheng.workflow.engine;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

import io.agroal.api.AgroalDataSource;
import io.minsheng.platform.persistence.NodeName;

/** Builds the engine once and hands out its services to the rest of {@code workflow}. */
@Singleton
class EngineProducer {

    @Produces
    @Singleton
    DefaultJobExecutor jobExecutor(NodeName node) {
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setLockOwner(node.value());
        jobs.setCorePoolSize(2);
        jobs.setMaxPoolSize(4);
        jobs.setMaxJobsPerAcquisition(20);
        jobs.setWaitTimeInMillis(1_000);
        jobs.setMaxWait(10_000);
        return jobs;
    }

    @Produces
    @Singleton
    ProcessEngine engine(TransactionManager transactions, AgroalDataSource dataSource, StepBeans steps,
            WorkItemListeners listeners, DefaultJobExecutor jobs, ReadMappings mappings) {
        return new EngineConfiguration(transactions, dataSource, steps.delegates(), listeners, jobs, mappings)
                .buildProcessEngine();
    }

    void close(@Disposes ProcessEngine engine) {
        engine.close();
    }

    @Produces
    @Singleton
    RuntimeService runtime(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Produces
    @Singleton
    TaskService tasks(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Produces
    @Singleton
    ManagementService management(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Produces
    @Singleton
    HistoryService history(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Produces
    @Singleton
    DecisionService decisions(ProcessEngine engine) {
        return engine.getDecisionService();
    }

    @Produces
    @Singleton
    RepositoryService repository(ProcessEngine engine) {
        return engine.getRepositoryService();
    }
}
