package io.minsheng.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.persistence.NodeName;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;

/** A killed run leaves its jobs locked for minutes; the next run of the same node takes them up at once. */
@QuarkusTest
class OwnJobLocksTest {

    @Inject
    EngineLifecycle lifecycle;
    @Inject
    ManagementService management;
    @Inject
    Proposals proposals;
    @Inject
    NodeName node;
    @Inject
    AgroalDataSource dataSource;

    @Test
    void startFreesTheLocksOfThisNodeAndLeavesThoseOfOthers() throws SQLException {
        String own = lockedJob(node.value());
        String foreign = lockedJob("another-node");

        lifecycle.start(new StartupEvent());

        assertThat(ownerOf(own)).isNull();
        assertThat(ownerOf(foreign)).isEqualTo("another-node");
    }

    /** The timer of a question to an author, held by a node. */
    private String lockedJob(String owner) throws SQLException {
        String number = Submission.web().titled("在河边修一条步道").caseNumber();
        Handling.TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请说明具体位置。"));
        String instance = QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number).processInstance());
        String job = QuarkusTransaction.requiringNew()
                .call(() -> management.createJobQuery().processInstanceId(instance).singleResult().getId());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection
                        .prepareStatement("update ACT_RU_JOB set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = ? where ID_ = ?")) {
            lock.setString(1, owner);
            lock.setTimestamp(2, Timestamp.from(Instant.now().plusSeconds(300)));
            lock.setString(3, job);
            lock.executeUpdate();
        }
        return job;
    }

    private String ownerOf(String job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement("select LOCK_OWNER_ from ACT_RU_JOB where ID_ = ?")) {
            ask.setString(1, job);
            try (ResultSet row = ask.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
