package io.minsheng.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Ids of the engine wait for nobody: with one writer at a time, whoever writes could else wait for somebody who waits to write.
 */
@QuarkusTest
class EngineIdsTest {

    private static final int MANY = 20_000;

    @Inject
    ProcessEngine engine;
    @Inject
    AgroalDataSource dataSource;

    @Test
    void areMadeWhileAnotherTransactionWrites() throws Exception {
        IdGenerator ids = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getIdGenerator();
        try (Connection writing = dataSource.getConnection()) {
            writing.setAutoCommit(false);
            write(writing);

            Set<String> made = CompletableFuture
                    .supplyAsync(() -> Stream.generate(ids::getNextId).limit(MANY).collect(Collectors.toSet()))
                    .get(20, TimeUnit.SECONDS);

            assertThat(made).hasSize(MANY);
            writing.rollback();
        }
    }

    private static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM lease WHERE name = 'nobody has this'");
        }
    }
}
