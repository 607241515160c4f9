package io.minsheng.decision;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.decision;
import static io.minsheng.fixture.Handling.evaluated;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.openList;
import static io.minsheng.fixture.Handling.row;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.taskOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ListRoundTest {

    @Inject
    Proposals proposals;
    @Inject
    CandidateLists lists;

    private Proposal now(String caseNumber) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(caseNumber));
    }

    @Nested
    class Shortlisting {

        @Test
        void beginsARoundAndProposesWhatTheEvaluationFound() {
            String number = shortlisted(Submission.web().titled("加装电梯方便老人"));

            JsonPath list = list(openList());

            assertThat(now(number).stage()).isEqualTo(Stage.SHORTLISTED);
            assertThat(list.getString("state")).isEqualTo("OPEN");
            Map<String, Object> item = list.getMap("items.find { it.cases == ['" + number + "'] }");
            assertThat(item).containsEntry("title", "加装电梯方便老人").containsEntry("target", "加装电梯 20 部")
                    .containsEntry("leads", List.of("housing")).containsEntry("assists", List.of("finance"))
                    .containsEntry("suggestions", 1).containsEntry("people", 1);
        }

        @Test
        void gathersSeveralSuggestionsOfOnePersonInOneItem() {
            String first = shortlisted(Submission.web());
            String item = itemOf(openList(), first);
            String second = evaluated(Submission.web());
            TRIAGE.settle("CONCLUSION", second, Map.of("outcome", "SHORTLIST", "item", item, "reason", "同一事项"));

            Map<String, Object> row = list(openList()).getMap("items.find { it.id == '" + item + "' }");

            assertThat(row).containsEntry("suggestions", 2).containsEntry("people", 1);
        }

        @Test
        void refusesUnknownItemsAndMissingFields() {
            String number = shortlisted(Submission.web());
            String list = openList();
            String task = claimOn(TRIAGE, "SHORTLIST", list);
            Map<String, Object> empty = new HashMap<>(row(itemOf(list, number)));
            empty.put("leads", List.of());
            empty.put("target", " ");

            TRIAGE.complete(task, Map.of("outcome", "FREEZE", "items", List.of())).statusCode(400);
            TRIAGE.complete(task, Map.of("outcome", "FREEZE", "items", List.of(row("nobody")))).statusCode(400)
                    .body("violations.field", hasItem("items[0].id"));
            TRIAGE.complete(task, Map.of("outcome", "FREEZE", "items", List.of(empty))).statusCode(400)
                    .body("violations.field", hasItems("items[0].leads", "items[0].target"));
            empty.put("due", "年底前后");
            TRIAGE.complete(task, Map.of("outcome", "FREEZE", "items", List.of(empty))).statusCode(400)
                    .body("violations.field", hasItem("items[0].due"));
            TRIAGE.complete(task, Map.of("outcome", "THAW", "items", List.of(row("nobody")))).statusCode(400);
            assertThat(list(list).getString("state")).isEqualTo("OPEN");
        }

        @Test
        void keepsTelephoneNumbersAndNamesOffTheList() {
            String number = shortlisted(Submission.web());
            String list = openList();
            Map<String, Object> row = new HashMap<>(row(itemOf(list, number)));
            row.put("title", "加装电梯联系13912345678");
            row.put("target", Submission.NAME + "家楼下先装");

            TRIAGE.complete(claimOn(TRIAGE, "SHORTLIST", list), Map.of("outcome", "FREEZE", "items", List.of(row)))
                    .statusCode(400).body("violations.field", hasItems("items[0].title", "items[0].target"));
        }
    }

    @Nested
    class Freezing {

        @Test
        void tellsTheCasesAndLeavesTheOthersToTheNextRound() {
            String chosen = shortlisted(Submission.web());
            String left = shortlisted(Submission.web().titled("把公园的路灯修好"));

            String list = frozen(chosen);

            assertThat(now(chosen).stage()).isEqualTo(Stage.DECISION);
            assertThat(now(left).stage()).isEqualTo(Stage.SHORTLISTED);
            assertThat(list(list).getString("state")).isEqualTo("FROZEN");
            assertThat(list(list).getString("digest")).hasSize(64);
            String next = openList();
            assertThat(next).isNotEqualTo(list);
            assertThat(itemOf(next, left)).isNotNull();
        }

        @Test
        void letsTwoRoundsRunSideBySide() {
            String first = shortlisted(Submission.web());
            String one = frozen(first);
            String second = shortlisted(Submission.web());
            String two = frozen(second);

            decided(two, Map.of(second, Map.of("result", "ADOPTED")));

            assertThat(list(one).getString("state")).isEqualTo("FROZEN");
            assertThat(list(two).getString("state")).isEqualTo("DECIDED");
            decided(one, Map.of(first, Map.of("result", "ADOPTED")));
            assertThat(list(one).getString("state")).isEqualTo("DECIDED");
        }
    }

    @Nested
    class Deciding {

        @Test
        void refusesMissingAndDoubleItemsReasonsAndTheFuture() {
            String first = shortlisted(Submission.web());
            String second = shortlisted(Submission.web());
            String list = frozen(first, second);
            String one = itemOf(list, first);
            String two = itemOf(list, second);
            String task = claimOn(CHIEF, "DECISION", list);

            CHIEF.complete(task, decision(List.of(Map.of("item", one, "result", "ADOPTED")))).statusCode(400)
                    .body("violations.field", hasItem("results"));
            CHIEF.complete(task, decision(List.of(Map.of("item", one, "result", "ADOPTED"),
                    Map.of("item", one, "result", "ADOPTED"), Map.of("item", two, "result", "ADOPTED")))).statusCode(400)
                    .body("violations.field", hasItem("results[1].item"));
            CHIEF.complete(task, decision(List.of(Map.of("item", one, "result", "RESERVED"),
                    Map.of("item", two, "result", "PERHAPS")))).statusCode(400)
                    .body("violations.field", hasItems("results[0].reason", "results[1].result"));
            Map<String, Object> future = new HashMap<>(decision(List.of(Map.of("item", one, "result", "ADOPTED"),
                    Map.of("item", two, "result", "ADOPTED"))));
            future.put("decidedOn", "2199-01-01");
            CHIEF.complete(task, future).statusCode(400).body("violations.field", hasItem("decidedOn"));
            assertThat(list(list).getString("state")).isEqualTo("FROZEN");
        }

        @Test
        void givesEveryCaseItsResultAndKeepsRefusalsFromTheAuthorUntilAnswered() {
            String adopted = shortlisted(Submission.web());
            String declined = shortlisted(Submission.web());
            String reserved = shortlisted(Submission.web());
            String list = frozen(adopted, declined, reserved);

            decided(list, Map.of(adopted, Map.of("result", "ADOPTED"), declined,
                    Map.of("result", "NOT_ADOPTED", "reason", "资金不足"), reserved,
                    Map.of("result", "RESERVED", "reason", "明年条件成熟")));

            assertThat(now(adopted).stage()).isEqualTo(Stage.DECISION);
            assertThat(now(declined)).satisfies(each -> {
                assertThat(each.stage()).isEqualTo(Stage.NOT_ADOPTED);
                assertThat(each.publicStage()).isEqualTo(Stage.DECISION);
                assertThat(each.dispositionReason()).isEqualTo("资金不足");
            });
            assertThat(now(reserved).stage()).isEqualTo(Stage.RESERVED);
            assertThat(TRIAGE.tasks("ANSWER", declined)).hasSize(1);
            assertThat(TRIAGE.tasks("ANSWER", adopted)).isEmpty();
        }

        @Test
        void needsNoPublicationWhenNothingIsAdopted() {
            String number = shortlisted(Submission.web());
            String list = frozen(number);

            decided(list, Map.of(number, Map.of("result", "NOT_ADOPTED", "reason", "条件不具备")));

            assertThat(taskOn(TRIAGE, "PUBLICATION", list)).isNull();
        }
    }

    @Nested
    class Access {

        @Test
        void isForTheOfficeAndLeaders() {
            shortlisted(Submission.web());
            String list = openList();

            new StaffUser("leader").call().get("/api/v1/lists/" + list).then().statusCode(200);
            new StaffUser("dept-housing").call().get("/api/v1/lists/" + list).then().statusCode(403);
            TRIAGE.call().get("/api/v1/lists/nothing").then().statusCode(404);
            RestAssured.get("/api/v1/lists/" + list).then().statusCode(401);
        }
    }
}
