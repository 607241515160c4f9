package io.minsheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;
import io.minsheng.proposal.Target;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Our rows, the engine's rows and jobs, the audit and the outgoing mail live and die together. Run on each database. */
abstract class OneTransaction {

    private static final List<String> TABLES = List.of("author", "proposal", "timeline_entry", "work_item", "outbox_mail",
            "audit_entry", "evaluation_round", "evaluation_part", "triage_ruling", "ACT_RU_EXECUTION", "ACT_RU_TASK",
            "ACT_RU_VARIABLE", "ACT_RU_JOB where HANDLER_TYPE_ like 'timer%'", "ACT_HI_PROCINST", "ACT_HI_ACTINST");
    private static final Actor TRIAGE = new Actor("triage", "经办", java.util.Set.of(Role.TRIAGE), "drc-social");

    @Inject
    RegisterProposal registerProposal;
    @Inject
    WorkItems items;
    @Inject
    ClaimWorkItem claim;
    @Inject
    CompleteWorkItem complete;
    @Inject
    ObjectMapper json;
    @Inject
    AgroalDataSource dataSource;

    @Test
    void aFailureAfterTheProcessStartLeavesNothingBehind() throws SQLException {
        Map<String, Long> before = counts();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            register();
            throw new IllegalStateException("failure after process start");
        })).hasMessageContaining("failure after process start");

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatIsRegisteredIsThereInEveryTable() throws SQLException {
        Map<String, Long> before = counts();

        register();

        Map<String, Long> after = counts();
        assertThat(List.of("author", "proposal", "timeline_entry", "work_item", "outbox_mail", "audit_entry",
                "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_HI_PROCINST"))
                .allSatisfy(table -> assertThat(after.get(table)).as(table).isGreaterThan(before.get(table)));
    }

    @Test
    void aFailureAfterATaskIsCompletedLeavesNoTimerBehind() throws SQLException {
        Receipt receipt = register();
        String task = QuarkusTransaction.requiringNew().call(() -> items.openOn(receipt.caseNumber()).get(0).id());
        claim.claim(task, TRIAGE);
        Map<String, Long> before = counts();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            complete.complete(task, json.valueToTree(Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment",
                    "housing", "assistDepartments", List.of("finance"))), TRIAGE);
            throw new IllegalStateException("failure after completion");
        })).hasMessageContaining("failure after completion");

        assertThat(counts()).isEqualTo(before);
    }

    private Receipt register() {
        return registerProposal.register(new NewProposal("DZ2025",
                new Wish("给老旧小区加装电梯", "HOUSING", "我们小区六层没有电梯，老人上下楼很困难。", null, "tangxiang", null, null,
                        Target.NONE),
                new Proposer(ProposerKind.RESIDENT, "测试甲", null, "one-transaction@example.cn", null, true),
                Origin.web(Instant.now())), Actor.RESIDENT);
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }
}
