package io.minsheng.worklist;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** Whole pages, from sign-in to the last row, need as many statements for many rows as for few. */
@QuarkusTest
class ConstantStatementsTest {

    @Inject
    EntityManagerFactory entities;

    @Test
    void onTheWorkListTheSearchAndTheCase() {
        String first = register("语句计数少量", 10);
        long workList = statements("/staff?tab=group&q=语句计数少量");
        long search = statements("/staff/cases?q=语句计数少量");
        long tasks = statements("/api/v1/tasks?size=200");
        long cases = statements("/api/v1/cases?size=200");
        long task = statements("/staff/tasks/triage/" + TRIAGE.task("TRIAGE", first));
        long one = statements("/staff/cases/" + first);

        register("语句计数大量", 190);

        assertThat(statements("/staff?tab=group&q=语句计数大量")).isEqualTo(workList);
        assertThat(statements("/staff/cases?q=语句计数大量")).isEqualTo(search);
        assertThat(statements("/api/v1/tasks?size=200")).isEqualTo(tasks);
        assertThat(statements("/api/v1/cases?size=200")).isEqualTo(cases);
        assertThat(statements("/staff/tasks/triage/" + TRIAGE.task("TRIAGE", first))).isEqualTo(task);
        assertThat(statements("/staff/cases/" + first)).isEqualTo(one);
        System.out.printf("statements: work list %d, search %d, task %d, case %d%n", workList, search, task, one);
    }

    @Test
    void onTheListOfLists() {
        Handling.frozen(Handling.shortlisted(Submission.web()));
        long few = statements("/staff/lists");

        for (int i = 0; i < 3; i++) {
            Handling.frozen(Handling.shortlisted(Submission.web()), Handling.shortlisted(Submission.web()));
        }

        assertThat(statements("/staff/lists")).isEqualTo(few);
    }

    private static String register(String title, int many) {
        String first = null;
        for (int i = 0; i < many; i++) {
            String number = Submission.web().titled(title + i).caseNumber();
            first = first == null ? number : first;
        }
        return first;
    }

    private long statements(String address) {
        return CountStatements.of(entities, () -> TRIAGE.call().get(address).then().statusCode(200));
    }
}
