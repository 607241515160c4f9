package io.minsheng.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;

import jakarta.inject.Inject;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ComputeDueDateTest {

    @Inject
    RuntimeService runtime;
    @Inject
    TaskService tasks;
    @Inject
    Proposals proposals;

    @Test
    void givesEachTaskItsDateAndKeepsNoVariableOfIt() {
        String number = Submission.web().caseNumber();

        assertThat(dueOf(number)).isInTheFuture();
        assertThat(keptBy(instanceOf(number))).isZero();
    }

    @Test
    void goesOnWithProcessesThatAnEarlierVersionBegan() {
        String number = Submission.web().caseNumber();
        String instance = instanceOf(number);
        QuarkusTransaction.requiringNew().run(() -> runtime.setVariableLocal(instance, "dueAt", new Date(0)));

        Handling.evaluated(number);

        assertThat(dueOf(number)).isInTheFuture();
    }

    private String instanceOf(String number) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number).processInstance());
    }

    private Date dueOf(String number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tasks.createTaskQuery().processInstanceId(proposals.byNumber(number).processInstance())
                        .singleResult().getDueDate());
    }

    private long keptBy(String instance) {
        return QuarkusTransaction.requiringNew().call(() -> runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance).variableName("dueAt").count());
    }
}
