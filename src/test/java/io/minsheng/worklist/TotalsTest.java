package io.minsheng.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.calendar.Light;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.web.Paging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@DisplayName("The total of a list that the numbers on the tabs tell")
class TotalsTest {

    private static final Paging FIRST = Paging.of(0, 20, null, ListTasks.SORTS, ListTasks.DEFAULT_SORT);

    @Inject
    ListTasks tasks;
    @Inject
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = { "triage", "triage2", "chief", "dept-housing", "leader" })
    void isTheOneThatCountingWouldFind(String username) {
        Handling.TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
        Handling.TRIAGE.settle("TRIAGE", Submission.web().caseNumber(), Map.of("outcome", "ACCEPT", "category", "HOUSING",
                "leadDepartment", "housing", "publicTitle", Handling.PUBLIC_TITLE));
        Actor actor = QuarkusTransaction.requiringNew().call(() -> accounts.byUsername(username).orElseThrow().actor());

        for (TaskFilter filter : filters()) {
            assertThat(tasks.page(filter, actor, FIRST, tasks.counts(actor)).total()).as(filter.toString())
                    .isEqualTo(tasks.page(filter, actor, FIRST).total());
        }
    }

    private static List<TaskFilter> filters() {
        TaskFilter triage = new TaskFilter(EnumSet.of(Queue.TRIAGE), Set.of(), Set.of(), null, null, false);
        TaskFilter two = new TaskFilter(EnumSet.of(Queue.TRIAGE, Queue.EVALUATION), Set.of(), Set.of(), null, null, false);
        TaskFilter red = new TaskFilter(Set.of(), Set.of(), EnumSet.of(Light.RED), null, null, false);
        TaskFilter words = new TaskFilter(Set.of(), Set.of(), Set.of(), "电梯", null, false);
        TaskFilter campaign = new TaskFilter(Set.of(), Set.of(), Set.of(), null, "DZ2025", false);
        TaskFilter both = new TaskFilter(Set.of(), EnumSet.of(Assigned.ME, Assigned.NONE), Set.of(), null, null, false);
        return List.of(TaskFilter.ALL, TaskFilter.ALL.assignedTo(Assigned.ME), TaskFilter.ALL.assignedTo(Assigned.NONE),
                TaskFilter.ALL.assignedTo(Assigned.NONE).workableOnly(), TaskFilter.ALL.assignedTo(Assigned.ABSENT),
                TaskFilter.ALL.assignedTo(Assigned.ANY), triage, triage.assignedTo(Assigned.ME),
                two.assignedTo(Assigned.NONE).workableOnly(), red, red.assignedTo(Assigned.ME), words, campaign, both);
    }
}
