package io.minsheng.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.AtOnce;
import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.Paging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class TaskApiTest {

    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final StaffUser TRIAGE2 = new StaffUser("triage2");

    @Inject
    EntityManager entities;
    @Inject
    ListTasks listTasks;

    @Nested
    class Listing {

        @Test
        void showsTheContractsFields() {
            String number = Submission.web().titled("给小区门口加一盏路灯").caseNumber();

            TRIAGE.call().queryParam("q", number).get("/api/v1/tasks").then().statusCode(200).body("total", is(1))
                    .body("page", is(0)).body("size", is(20)).body("items[0].caseNumber", is(number))
                    .body("items[0].queue", is("TRIAGE")).body("items[0].name", is("分类整理"))
                    .body("items[0].subject.type", is("CASE")).body("items[0].subject.id", is(number))
                    .body("items[0].title", is("给小区门口加一盏路灯")).body("items[0].category", is("HOUSING"))
                    .body("items[0].township", is("tangxiang")).body("items[0].channel", is("WEB"))
                    .body("items[0].campaign", is("DZ2025")).body("items[0].light", is("GREEN"))
                    .body("items[0].assignee", nullValue()).body("items[0].createdAt", endsWith("+08:00"))
                    .body("items[0].dueAt", endsWith("00:00:00+08:00"));
        }

        @Test
        void filtersByWhoClaimed() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            assertThat(assigned(number, "none")).containsExactly(id);
            assertThat(assigned(number, "me")).isEmpty();

            TRIAGE.claim("TRIAGE", number);

            assertThat(assigned(number, "me")).containsExactly(id);
            assertThat(assigned(number, "me,none")).containsExactly(id);
            assertThat(assigned(number, "none")).isEmpty();
            assertThat(assigned(number, "any")).containsExactly(id);
        }

        private List<String> assigned(String number, String who) {
            return TRIAGE.call().queryParam("q", number).queryParam("assigned", who).get("/api/v1/tasks").then()
                    .statusCode(200).extract().path("items.id");
        }

        @Test
        void comparesLightsWithTheClock() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            assertThat(lit(number, "GREEN")).containsExactly(id);

            due(id, Instant.now().minus(1, ChronoUnit.HOURS), Instant.now().plus(1, ChronoUnit.HOURS));
            assertThat(lit(number, "GREEN")).isEmpty();
            assertThat(lit(number, "YELLOW")).containsExactly(id);
            assertThat(lit(number, "GREEN,YELLOW")).containsExactly(id);

            due(id, Instant.now().minus(2, ChronoUnit.HOURS), Instant.now().minus(1, ChronoUnit.HOURS));
            assertThat(lit(number, "YELLOW")).isEmpty();
            assertThat(lit(number, "RED")).containsExactly(id);
        }

        private List<String> lit(String number, String light) {
            return TRIAGE.call().queryParam("q", number).queryParam("light", light).get("/api/v1/tasks").then()
                    .statusCode(200).extract().path("items.id");
        }

        private void due(String id, Instant yellowAt, Instant dueAt) {
            QuarkusTransaction.requiringNew().run(() -> entities
                    .createQuery("update WorkItem i set i.yellowAt = :yellow, i.dueAt = :due where i.id = :id")
                    .setParameter("yellow", yellowAt).setParameter("due", dueAt).setParameter("id", id).executeUpdate());
        }

        @Test
        void findsByTheBeginOfTheNumberAndByWordsOfTheTitle() {
            String number = Submission.web().titled("龙水镇百分之100%雨污分流").caseNumber();

            TRIAGE.call().queryParam("q", number.toLowerCase().substring(0, number.length() - 2)).get("/api/v1/tasks").then()
                    .body("items.caseNumber", everyItem(is(number)));
            TRIAGE.call().queryParam("q", "100%雨污").get("/api/v1/tasks").then().body("items.caseNumber", hasItem(number));
            TRIAGE.call().queryParam("q", "100_雨污").get("/api/v1/tasks").then().body("total", is(0));
        }

        @Test
        void sortsAndPages() {
            Submission.web().titled("阿一排序测试甲").caseNumber();
            Submission.web().titled("阿一排序测试乙").caseNumber();

            List<String> titles = TRIAGE.call().queryParam("q", "阿一排序测试").queryParam("sort", "title,desc")
                    .queryParam("size", 1).get("/api/v1/tasks").then().statusCode(200).body("total", is(2)).extract()
                    .path("items.title");
            List<String> next = TRIAGE.call().queryParam("q", "阿一排序测试").queryParam("sort", "title,desc")
                    .queryParam("size", 1).queryParam("page", 1).get("/api/v1/tasks").then().extract().path("items.title");

            assertThat(titles).containsExactly("阿一排序测试甲");
            assertThat(next).containsExactly("阿一排序测试乙");
        }

        @Test
        void refusesUnknownValues() {
            for (Map.Entry<String, String> query : Map.of("queue", "NOPE", "assigned", "you", "light", "BLUE", "sort",
                    "content", "size", "201", "page", "-1", "campaign", "XX1999").entrySet()) {
                TRIAGE.call().queryParam(query.getKey(), query.getValue()).get("/api/v1/tasks").then().statusCode(400)
                        .contentType("application/problem+json").body("violations[0].field", equalTo(query.getKey()));
            }
        }

        @Test
        void hidesTasksOfOthers() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            StaffUser department = new StaffUser("dept-education");

            assertThat(department.tasks("TRIAGE", number)).isEmpty();
            department.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(404);
            new StaffUser("leader").call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(403);
            new StaffUser("desk-tangxiang").call().get("/api/v1/tasks").then().statusCode(403);
            new StaffUser("admin").call().get("/api/v1/tasks").then().statusCode(403);
            TRIAGE.call().post("/api/v1/tasks/nothing/claim").then().statusCode(404);
        }

        @Test
        void masksTitlesForLeaders() {
            String number = Submission.web().titled("请联系13800001234商量修路").caseNumber();

            new StaffUser("leader").call().queryParam("q", number).get("/api/v1/tasks").then()
                    .body("items[0].title", is("请联系138****1234商量修路"));
        }

        @Test
        void needsAsManyStatementsForManyRowsAsForOne() {
            for (int i = 0; i < 50; i++) {
                Submission.web().titled("计数用的建议" + i).caseNumber();
            }
            statements(1);

            assertThat(statements(50)).isEqualTo(statements(1)).isEqualTo(2);
        }

        private long statements(int size) {
            return CountStatements.of(entities.getEntityManagerFactory(), () -> {
                var page = listTasks.page(TaskFilter.ALL, new Actor("triage", "经办", Set.of(Role.TRIAGE), null),
                        Paging.of(0, size, null, ListTasks.SORTS, ListTasks.DEFAULT_SORT));
                assertThat(page.items()).hasSize(size);
            });
        }
    }

    @Nested
    class Claiming {

        @Test
        void movesAReceivedCaseToTriage() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);

            TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200).body("assignee", is("triage"));
            TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200);
            TRIAGE2.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(409);
            TRIAGE2.call().post("/api/v1/tasks/" + id + "/release").then().statusCode(409);
            TRIAGE.call().post("/api/v1/tasks/" + id + "/release").then().statusCode(200).body("assignee", nullValue());
            TRIAGE2.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200).body("assignee", is("triage2"));
        }

        @Test
        void letsExactlyOneOfTwoWin() throws Exception {
            for (int i = 0; i < 5; i++) {
                String id = TRIAGE.task("TRIAGE", Submission.web().caseNumber());

                List<Integer> statuses = AtOnce.all(() -> status(TRIAGE.call().post("/api/v1/tasks/" + id + "/claim")),
                        () -> status(TRIAGE2.call().post("/api/v1/tasks/" + id + "/claim")));

                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            }
        }

        @Test
        void refusesFrozenTasks() {
            String id = TRIAGE.task("TRIAGE", Submission.web().caseNumber());
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createQuery("update WorkItem i set i.frozen = true where i.id = :id")
                            .setParameter("id", id).executeUpdate());

            TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(409);
            TRIAGE.call().queryParam("size", 200).get("/api/v1/tasks").then().body("items.id", not(hasItem(id)));
        }
    }

    @Nested
    class Completing {

        private final Map<String, String> spam = Map.of("outcome", "REJECT", "reasonCode", "EMPTY", "explanation", "没有内容。");

        @Test
        void needsTheClaim() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);

            TRIAGE.complete(id, spam).statusCode(409);
            TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200);
            TRIAGE2.complete(id, spam).statusCode(409);
            TRIAGE.complete(id, Map.of("outcome", "NOPE")).statusCode(400);
            TRIAGE.complete(id, Map.of("outcome", "REJECT", "extra", 1)).statusCode(400);
            TRIAGE.complete(id, spam).statusCode(200).body("caseNumber", is(number)).body("stage", is("REJECTED"));
            TRIAGE.complete(id, spam).statusCode(409);
        }

        @Test
        void happensOnceHoweverOftenItIsSent() throws Exception {
            for (int i = 0; i < 5; i++) {
                String id = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
                Callable<Integer> complete = () -> TRIAGE.complete(id, spam).extract().statusCode();

                assertThat(AtOnce.all(complete, complete, complete)).containsExactlyInAnyOrder(200, 409, 409);
            }
        }
    }

    @Nested
    class OnThePage {

        @Test
        void showsTabsCountsAndRows() {
            String number = Submission.web().titled("页面上看得到的建议").caseNumber();

            TRIAGE.call().queryParam("tab", "group").queryParam("q", number).get("/staff").then().statusCode(200)
                    .body(containsString("页面上看得到的建议")).body(containsString("本组待领")).body(containsString("个工作日"))
                    .body(containsString("棠香街道"));
            new StaffUser("leader").call().queryParam("tab", "all").queryParam("q", number).get("/staff").then()
                    .statusCode(200).body(containsString("待领取")).body(not(containsString("data-claim")));
            TRIAGE.call().queryParam("light", "BLUE").get("/staff").then().statusCode(200)
                    .body(containsString("没有“BLUE”这个取值"));
        }

        @Test
        void claimsTheTickedOnesAndLeadsBack() {
            String one = TRIAGE.task("TRIAGE", Submission.web().caseNumber());
            String two = TRIAGE.task("TRIAGE", Submission.web().caseNumber());

            TRIAGE.call().redirects().follow(false).formParam("ids", one, two)
                    .formParam("back", "/staff?tab=group&queue=TRIAGE&")
                    .post("/staff/tasks/claim").then().statusCode(303)
                    .header("Location", endsWith("/staff?tab=group&queue=TRIAGE&done=claimed-2-0"));
            TRIAGE.call().redirects().follow(false).formParam("back", "//evil.example?").post("/staff/tasks/claim").then()
                    .statusCode(303).header("Location", endsWith("/staff?done=nothing"));
            TRIAGE.call().get("/staff?done=claimed-2-1").then()
                    .body(containsString("已领取 2 项任务，1 项没有领取"));
        }

        @Test
        void leadsToThePageOfTheQueue() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);

            TRIAGE.call().redirects().follow(false).get("/staff/tasks/" + id).then().statusCode(303).header("Location",
                    endsWith("/staff/tasks/triage/" + id));
            new StaffUser("leader").call().redirects().follow(false).get("/staff/tasks/" + id).then().statusCode(303)
                    .header("Location", endsWith("/staff/cases/" + number));
            TRIAGE.call().redirects().follow(false).post("/staff/tasks/" + id + "/claim").then().statusCode(303)
                    .header("Location", endsWith("/staff/tasks/triage/" + id));
            TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                    .formParam("reason", "下午请假")
                    .post("/staff/tasks/" + id + "/release").then().statusCode(303)
                    .header("Location", endsWith("/staff?done=released-1-0"));
            TRIAGE.call().get("/staff/cases/" + number).then().body(containsString("下午请假"));
        }
    }

    @Nested
    class InBulk {

        @Test
        void answersForEach() {
            String mine = TRIAGE.task("TRIAGE", Submission.web().caseNumber());
            String taken = TRIAGE.task("TRIAGE", Submission.web().caseNumber());
            TRIAGE2.call().post("/api/v1/tasks/" + taken + "/claim").then().statusCode(200);

            TRIAGE.call(Map.of("ids", List.of(mine, taken, "nothing"), "action", "CLAIM")).post("/api/v1/tasks/bulk").then()
                    .statusCode(200).body("results.id", is(List.of(mine, taken, "nothing")))
                    .body("results.status", is(List.of(200, 409, 404)));
        }

        @Test
        void refusesUnknownActionsAndEmptyLists() {
            TRIAGE.call(Map.of("ids", List.of("a"), "action", "EAT")).post("/api/v1/tasks/bulk").then().statusCode(400);
            TRIAGE.call(Map.of("ids", List.of(), "action", "CLAIM")).post("/api/v1/tasks/bulk").then().statusCode(400);
            TRIAGE.call(Map.of("ids", List.of("a"), "action", "COMPLETE")).post("/api/v1/tasks/bulk").then().statusCode(400);
        }
    }

    private static int status(Response response) {
        return response.statusCode();
    }
}
