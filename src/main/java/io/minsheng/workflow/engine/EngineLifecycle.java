package io.minsheng.workflow.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import io.agroal.api.AgroalDataSource;
import io.minsheng.platform.persistence.NodeName;
import io.minsheng.workflow.DecisionKey;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Start: deploy the models that changed, free the locks a killed run of this node left, run jobs. Stop: finish running jobs.
 */
@Singleton
class EngineLifecycle {

    private static final String RELEASE_OWN_LOCKS = """
            update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?""";

    private final RepositoryService repository;
    private final DefaultJobExecutor jobs;
    private final NodeName node;
    private final AgroalDataSource dataSource;

    EngineLifecycle(RepositoryService repository, DefaultJobExecutor jobs, NodeName node, AgroalDataSource dataSource) {
        this.repository = repository;
        this.jobs = jobs;
        this.node = node;
        this.dataSource = dataSource;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::deployModels);
        QuarkusTransaction.requiringNew().run(this::releaseOwnLocks);
        jobs.start();
    }

    void stop(@Observes ShutdownEvent event) {
        jobs.shutdown();
    }

    /**
     * The engine compares digests under its deployment lock: only changed models get a new version, running cases keep theirs.
     */
    private void deployModels() {
        DeploymentBuilder deployment = repository.createDeployment().name("minsheng").enableDuplicateFiltering(true);
        for (ProcessKey process : ProcessKey.values()) {
            deployment.addClasspathResource(process.resource());
        }
        for (DecisionKey table : DecisionKey.values()) {
            deployment.addClasspathResource(table.resource());
        }
        deployment.deploy();
    }

    private void releaseOwnLocks() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement release = connection.prepareStatement(RELEASE_OWN_LOCKS)) {
            release.setString(1, node.value());
            release.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot release the job locks of node " + node.value(), e);
        }
    }
}
