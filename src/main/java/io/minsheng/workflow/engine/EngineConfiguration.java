package io.minsheng.workflow.engine;

import java.util.List;
import java.util.Map;

import jakarta.transaction.TransactionManager;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

import io.agroal.api.AgroalDataSource;
import io.minsheng.platform.persistence.Ids;

/**
 * The engine inside our JTA transactions, on our data source: its rows, ours, the audit row and the outbox row commit or
 * roll back together.
 */
class EngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

    private final ReadMappings mappings;

    EngineConfiguration(TransactionManager transactions, AgroalDataSource dataSource, Map<Object, Object> steps,
            WorkItemListeners listeners, JobExecutor jobs, ReadMappings mappings) {
        this.mappings = mappings;
        setTransactionManager(transactions);
        setDataSource(dataSource);
        setTransactionsExternallyManaged(true);
        setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
        setHistory(HISTORY_AUDIT);
        setBeans(steps);
        setCustomPreBPMNParseListeners(List.of(listeners));
        setJobExecutor(jobs);
        setJobExecutorActivate(false);
        // parts we do not use cost joins, tables of metrics and start-up time
        setCmmnEnabled(false);
        // without Scala's FEEL a table is decided in some 10 ms instead of 200, and the start is two seconds shorter
        setDmnFeelEnableLegacyBehavior(true);
        setStandaloneTasksEnabled(false);
        setMetricsEnabled(false);
        setTaskMetricsEnabled(false);
        setDbIdentityUsed(false);
        setAuthorizationEnabled(false);
        setHistoryCleanupEnabled(false);
        // the engine's own counter holds a lock while it writes: with one writer at a time (H2) that can stop everybody
        setIdGenerator(Ids::next);
        // a fan-out is one job per case, so that a kill loses none and repeats at most the running ones
        setInvocationsPerBatchJob(1);
        setBatchJobsPerSeed(200);
        setBatchPollTime(5);
    }

    @Override
    protected void initTransactionManager() {
        // given by the container; the default looks it up in JNDI
    }

    @Override
    protected void initSqlSessionFactory() {
        Configuration read = mappings.await();
        read.setEnvironment(new Environment("default", transactionFactory, dataSource));
        read.setDefaultStatementTimeout(jdbcStatementTimeout);
        read.setDefaultExecutorType(isJdbcBatchProcessing() ? ExecutorType.BATCH : ExecutorType.SIMPLE);
        setSqlSessionFactory(new DefaultSqlSessionFactory(read));
    }

    @Override
    protected void initCommandExecutorDbSchemaOperations() {
        // Agroal refuses deferred enlistment: also the schema is made inside a transaction
        commandExecutorSchemaOperations = commandExecutorTxRequired;
    }
}
