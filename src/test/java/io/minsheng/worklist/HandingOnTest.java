package io.minsheng.worklist;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Who has a task: handed on, stood in for, and seen by the others; and the way through the list. */
@QuarkusTest
class HandingOnTest {

    private static final StaffUser TRIAGE2 = new StaffUser("triage2");
    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final StaffUser ADMIN = new StaffUser("admin");
    private static final Map<String, String> REFUSAL = Map.of("outcome", "REJECT", "reasonCode", "EMPTY", "explanation",
            "没有可以研究的内容。");

    @Inject
    Accounts accounts;

    @Nested
    class Assigning {

        @Test
        void givesWhatIsFreeOrOwnToAColleague() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);

            assign(TRIAGE, id, "triage2", null).statusCode(200).body("assignee", is("triage2"));
            assign(TRIAGE2, id, "triage", "请接着办").statusCode(200).body("assignee", is("triage"));

            TRIAGE.call().get("/api/v1/cases/" + number).then().body("stage.code", is("TRIAGE"))
                    .body("timeline.internal.join()", containsString("转交社会事业科 经办甲：请接着办"));
            audited(number, "ASSIGN", "triage2 -> triage 请接着办");
        }

        @Test
        void leavesWhatAnotherHasToItsHolderAndToTheHead() {
            String id = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());

            assign(TRIAGE2, id, "triage2", "我来办").statusCode(409);
            release(TRIAGE2, id, "我来办").statusCode(409);
            assign(CHIEF, id, "triage2", null).statusCode(400).body("violations[0].field", is("reason"));
            assign(CHIEF, id, "triage2", "经办甲外出").statusCode(200).body("assignee", is("triage2"));
            release(CHIEF, id, " ").statusCode(400);
            release(CHIEF, id, "重新分配").statusCode(200).body("assignee", nullValue());
            release(CHIEF, id, "再来一次").statusCode(409);
        }

        @Test
        void asksForSomebodyWhoMayDoIt() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);

            for (String nobody : List.of("chief", "dept-housing", "admin", "nobody")) {
                assign(TRIAGE, id, nobody, null).statusCode(400).body("violations[0].field", is("to"));
            }
            assign(HOUSING, id, "dept-housing", null).statusCode(404);
            assign(new StaffUser("leader"), id, "triage", null).statusCode(403);
            TRIAGE.call().get("/api/v1/tasks/colleagues").then().body("items.username", hasItem("triage2"))
                    .body("items.username", not(hasItem("triage")));
            CHIEF.call().get("/api/v1/tasks/colleagues").then().body("items.username", hasItem("triage"))
                    .body("items.username", not(hasItem("dept-housing")));
        }

        @Test
        void worksForManyAtOnceAndCountsAtOnce() {
            List<String> ids = List.of(TRIAGE.task("TRIAGE", Submission.web().caseNumber()),
                    TRIAGE.task("TRIAGE", Submission.web().caseNumber()));
            long free = count(TRIAGE, "group");
            long mine = count(TRIAGE2, "mine");

            bulk(Map.of("ids", ids, "action", "ASSIGN", "to", "triage2")).body("results.status", is(List.of(200, 200)));
            assertThat(count(TRIAGE, "group")).isEqualTo(free - 2);
            assertThat(count(TRIAGE2, "mine")).isEqualTo(mine + 2);
            bulk(Map.of("ids", ids, "action", "RELEASE", "reason", "太多了")).body("results.status", is(List.of(409, 409)));
            TRIAGE2.call(Map.of("ids", ids, "action", "RELEASE", "reason", "太多了")).post("/api/v1/tasks/bulk").then()
                    .body("results.status", is(List.of(200, 200)));
            assertThat(count(TRIAGE, "group")).isEqualTo(free);
            assertThat(count(TRIAGE2, "mine")).isEqualTo(mine);
            bulk(Map.of("ids", ids, "action", "ASSIGN")).statusCode(400);
        }

        private void keepsWhatWasTicked(String number) {
            Map<String, String> list = Map.of("back", "/staff?tab=all&q=" + number + "&", "page", "0");
            String id = TRIAGE2.task("TRIAGE", number);
            TRIAGE2.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(list)
                    .formParams(Map.of("ids", id, "reason", " ")).post("/staff/tasks/release").then().statusCode(400)
                    .body(containsString("请填写退回的原因。"), containsString("id=\"pick-" + id + "\" checked"));
            TRIAGE2.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(list)
                    .formParams(Map.of("ids", id, "to", "", "reason", "请接办")).post("/staff/tasks/assign").then().statusCode(400)
                    .body(containsString("请选择要转交的同事。"), containsString("id=\"pick-" + id + "\" checked"))
                    .body(containsString("value=\"请接办\""));
        }

        @Test
        void isDoneFromTheListAndFromThePageOfTheTask() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            post(TRIAGE, "/staff/tasks/assign", Map.of("ids", id, "to", "triage2", "reason", "", "back", "/staff?tab=group&"))
                    .header("Location", endsWith("/staff?tab=group&done=assigned-1-0"));
            post(TRIAGE, "/staff/tasks/release", Map.of("ids", id, "reason", "退", "back", "/staff?tab=group&"))
                    .header("Location", endsWith("done=released-0-1"));
            keepsWhatWasTicked(number);
            TRIAGE2.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of("to", "triage", "reason", " ")).post("/staff/tasks/" + id + "/release").then()
                    .statusCode(400).body(containsString("请填写退回或转交的原因。"))
                    .body(containsString("value=\"triage\" selected"), containsString("id=\"hand-on-reason-error\""));
            TRIAGE2.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of("to", "nobody", "reason", "请接办")).post("/staff/tasks/" + id + "/release").then()
                    .statusCode(400).body(containsString("请选择要转交的同事。"), containsString("\n请接办</textarea>"));
            post(TRIAGE2, "/staff/tasks/" + id + "/release", Map.of("to", "triage", "reason", "轮到您"))
                    .header("Location", endsWith("done=assigned-1-0"));
            TRIAGE.call().get("/staff/tasks/triage/" + id).then().body(containsString("退回或转交"))
                    .body(containsString("轮到您"));
            TRIAGE2.call().get("/staff/tasks/triage/" + id).then().body(not(containsString("退回或转交")));
        }

        @Test
        void freesWhatAClosedAccountHad() {
            QuarkusTransaction.requiringNew().run(() -> accounts.create("triage-leaving", "经办丙", "minsheng-demo", "drc-social",
                    Set.of(Role.TRIAGE)));
            StaffUser leaving = new StaffUser("triage-leaving");
            String id = leaving.claim("TRIAGE", Submission.web().caseNumber());
            String account = QuarkusTransaction.requiringNew()
                    .call(() -> accounts.byUsername("triage-leaving").orElseThrow().id());

            ADMIN.call().post("/staff/admin/accounts/" + account + "/deactivate").then().statusCode(200);

            TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200).body("assignee", is("triage"));
        }
    }

    @Nested
    class StandingIn {

        @AfterEach
        void everybodyIsBack() {
            ADMIN.call().get("/api/v1/stand-ins").then().extract().<List<String>> path("items.id")
                    .forEach(id -> ADMIN.call().post("/api/v1/stand-ins/" + id + "/end").then().statusCode(200));
        }

        @Test
        void takesOverWhatTheAbsentOneHas() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.claim("TRIAGE", number);
            TRIAGE2.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(409);
            name(TRIAGE, "triage2", 0, 3).statusCode(201).body("absent", is("triage")).body("state", is("NOW"));

            TRIAGE2.call().queryParam("assigned", "absent").queryParam("q", number).get("/api/v1/tasks").then()
                    .body("items.id", contains(id));
            assertThat(count(TRIAGE2, "absent")).isPositive();
            TRIAGE2.call().get("/staff?tab=absent&q=" + number).then().body(containsString("接办"))
                    .body(containsString("代理中"));
            TRIAGE2.complete(id, REFUSAL).statusCode(409);
            TRIAGE2.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(200).body("assignee", is("triage2"));
            TRIAGE2.complete(id, REFUSAL).statusCode(200);
            audited(number, "TAKE_OVER", "TRIAGE triage");
        }

        @Test
        void hasTheRightsOfTheAbsentOneForTheseDaysOnly() {
            String number = Handling.declined(Submission.web());
            String release = answerDraftedBy(TRIAGE, number);
            TRIAGE2.call().post("/api/v1/tasks/" + release + "/claim").then().statusCode(403);
            String planned = name(CHIEF, "triage2", 2, 3).statusCode(201).body("state", is("PLANNED")).extract().path("id");
            TRIAGE2.call().post("/api/v1/tasks/" + release + "/claim").then().statusCode(403);
            CHIEF.call().post("/api/v1/stand-ins/" + planned + "/end").then().statusCode(200);
            String now = name(CHIEF, "triage2", 0, 1).statusCode(201).extract().path("id");

            TRIAGE2.call().post("/api/v1/tasks/" + release + "/claim").then().statusCode(200);
            TRIAGE2.call().get("/staff/tasks/answer/" + release).then().statusCode(200);
            CHIEF.call().post("/api/v1/stand-ins/" + now + "/end").then().statusCode(200).body("state", is("OVER"));
            TRIAGE2.complete(release, Map.of("outcome", "RELEASE")).statusCode(403);
            audited(number, "CLAIM", "[代 chief]");
        }

        @Test
        void isStillOneOfTwo() {
            String number = Handling.declined(Submission.web());
            String release = answerDraftedBy(TRIAGE, number);
            name(CHIEF, "triage", 0, 0).statusCode(201);
            TRIAGE.call().post("/api/v1/tasks/" + release + "/claim").then().statusCode(200);

            TRIAGE.complete(release, Map.of("outcome", "RELEASE")).statusCode(403);
        }

        @Test
        void isAColleagueWhoIsThereOnTheseDays() {
            name(TRIAGE, "dept-housing", 0, 1).statusCode(400).body("violations.field", contains("standIn"));
            name(TRIAGE, "triage", 0, 1).statusCode(400);
            name(TRIAGE, "triage2", -1, 0).statusCode(400).body("violations.field", contains("from"));
            name(TRIAGE, "triage2", 3, 1).statusCode(400).body("violations.field", contains("to"));
            name(TRIAGE, "triage2", 0, 500).statusCode(400).body("violations.field", contains("to"));
            name(HOUSING, "dept-education", 0, 1).statusCode(400);
            name(ADMIN, "triage", 0, 1).statusCode(400);
            new StaffUser("auditor").call().get("/api/v1/stand-ins").then().statusCode(403);
            TRIAGE.call(Map.of("absent", "chief", "standIn", "triage", "from", day(0), "to", day(0)))
                    .post("/api/v1/stand-ins").then().statusCode(403);
            name(TRIAGE, "triage2", 0, 5).statusCode(201);
            name(TRIAGE, "chief", 5, 9).statusCode(409);
            name(CHIEF, "triage", 2, 2).statusCode(409);
            String theirs = ADMIN.call(Map.of("absent", "chief2", "standIn", "chief", "from", day(0), "to", day(0)))
                    .post("/api/v1/stand-ins").then().statusCode(201).extract().path("id");
            TRIAGE.call().post("/api/v1/stand-ins/" + theirs + "/end").then().statusCode(404);

            assertThat(TRIAGE.call().get("/staff/stand-ins").asString()).doesNotContain("自己也不在岗");
            name(new StaffUser("triage2"), "chief", 5, 6).statusCode(201);
            assertThat(TRIAGE.call().get("/staff/stand-ins").asString()).contains("自己也不在岗");
            assertThat(new StaffUser("triage2").call().get("/staff/stand-ins").asString()).contains("自己也不在岗");
        }

        @Test
        void isArrangedOnAPage() {
            TRIAGE.call().get("/staff/stand-ins").then().body(containsString("社会事业科 经办乙"))
                    .body(not(containsString("区教委 联络员")));
            post(TRIAGE, "/staff/stand-ins", Map.of("standIn", "triage2", "from", day(0), "to", day(1)))
                    .header("Location", endsWith("?done=named"));
            TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of("standIn", "triage2", "from", "明天", "to", "")).post("/staff/stand-ins").then()
                    .statusCode(400).body(containsString("2024-10-21"));
            TRIAGE.call().get("/staff/stand-ins?done=named").then().body(containsString("代理中"))
                    .body(containsString("代理已安排"));
            new StaffUser("dept-media-centre").call().get("/staff/stand-ins").then().body(containsString("没有可以选择的代理人"));
        }

        private ValidatableResponse name(StaffUser absent, String standIn, int from, int to) {
            return absent.call(Map.of("standIn", standIn, "from", day(from), "to", day(to))).post("/api/v1/stand-ins").then();
        }

        private String day(int fromToday) {
            return LocalDate.now(Shanghai.ZONE).plusDays(fromToday).toString();
        }

        private String answerDraftedBy(StaffUser drafter, String number) {
            drafter.settle("ANSWER", number,
                    Map.of("outcome", "SUBMIT", "text", "您好，您的建议已经研究，现答复如下。", "way", "PHONE"));
            return CHIEF.task("ANSWER", number);
        }
    }

    @Nested
    class Reading {

        @Test
        void tellsColleaguesWhoHasTheCaseOpen() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            TRIAGE.call().get("/staff/cases/" + number).then().body(not(containsString("也打开着本案")));

            TRIAGE2.call().get("/staff/tasks/triage/" + id).then().body(containsString("社会事业科 经办甲 也打开着本案"));
            TRIAGE.call().get("/staff?tab=group&q=" + number).then().body(containsString("社会事业科 经办乙 正在查看"));
            TRIAGE.call().post("/staff/cases/" + number + "/readers").then().statusCode(200)
                    .body(containsString("经办乙 也打开着本案"));
            TRIAGE.call().get("/api/v1/cases/" + number + "/readers").then().body("items.username", contains("triage2"));
            new StaffUser("leader").call().post("/api/v1/cases/" + number + "/readers").then().body("items", empty());
            HOUSING.call().get("/api/v1/cases/" + number + "/readers").then().statusCode(404);
            HOUSING.call().post("/staff/cases/" + number + "/readers").then().statusCode(404);
        }
    }

    @Nested
    class GoingThroughTheList {

        @Test
        void leadsFromTaskToTaskWithinTheFilter() {
            List<String> numbers = List.of(Submission.web().titled("走查列表的建议甲").caseNumber(),
                    Submission.web().titled("走查列表的建议乙").caseNumber(), Submission.web().titled("走查列表的建议丙").caseNumber());
            List<String> ids = numbers.stream().map(each -> TRIAGE.task("TRIAGE", each)).toList();
            for (String sort : List.of("createdAt,asc", "createdAt,desc")) {
                String cookie = list("/staff?tab=group&queue=TRIAGE&q=走查列表的建议&sort=" + sort);
                boolean ascending = sort.endsWith("asc");
                String page = read("/staff/tasks/triage/" + ids.get(1), cookie);

                assertThat(page).contains("rel=\"prev\" href=\"/staff/tasks/" + ids.get(ascending ? 0 : 2))
                        .contains("rel=\"next\" href=\"/staff/tasks/" + ids.get(ascending ? 2 : 0));
            }
            String cookie = list("/staff?tab=group&queue=TRIAGE&q=走查列表的建议&sort=createdAt,asc");
            TRIAGE.settle("TRIAGE", numbers.get(1), REFUSAL);
            assertThat(read("/staff?done=" + ids.get(1), cookie)).contains("下一件：<a href=\"/staff/tasks/" + ids.get(2))
                    .contains("value=\"走查列表的建议\"");
            assertThat(read("/staff/tasks/triage/" + ids.get(2), cookie)).contains("<span class=\"off\">下一件</span>");
            assertThat(read("/staff/cases/" + numbers.get(0), cookie))
                    .contains("rel=\"next\" href=\"/staff/tasks/" + ids.get(2));
        }

        @Test
        void leadsFromCaseToCaseWithinASearch() {
            List<String> numbers = List.of(Submission.letter().titled("翻阅案件的建议一").at("gulong").caseNumber(),
                    Submission.letter().titled("翻阅案件的建议二").at("gulong").caseNumber());
            for (String query : List.of("channel=LETTER&township=gulong&sort=receivedAt,asc",
                    "q=翻阅案件的建议&sort=receivedAt,asc", "township=gulong&sort=stage,asc", "township=gulong&sort=title,asc")) {
                String page = read("/staff/cases/" + numbers.get(0), list("/staff/cases?" + query));

                assertThat(page).as(query).contains("rel=\"next\" href=\"/staff/cases/" + numbers.get(1));
            }
            assertThat(read("/staff/cases/" + numbers.get(0), "bm90aGluZw")).doesNotContain("class=\"neighbours\"");
            assertThat(read("/staff/cases/" + numbers.get(0), "!!!")).doesNotContain("class=\"neighbours\"");
            for (String broken : List.of("/staff/cases?township=%zz&", "/staff?tab=all&q=%&")) {
                String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(broken.getBytes(UTF_8));
                assertThat(read("/staff/cases/" + numbers.get(0), cookie)).doesNotContain("class=\"neighbours\"");
                assertThat(read("/staff?done=nothing", cookie)).contains("请先勾选任务。");
            }
        }

        private String list(String address) {
            return TRIAGE.call().get(address).then().statusCode(200).extract().cookie("minsheng-list");
        }

        private String read(String address, String cookie) {
            return TRIAGE.call().cookie("minsheng-list", cookie).get(address).then().statusCode(200).extract().asString();
        }
    }

    private static ValidatableResponse assign(StaffUser by, String id, String to, String reason) {
        Map<String, String> body = reason == null ? Map.of("to", to) : Map.of("to", to, "reason", reason);
        return by.call(body).post("/api/v1/tasks/" + id + "/assign").then();
    }

    private static ValidatableResponse release(StaffUser by, String id, String reason) {
        return by.call(Map.of("reason", reason)).post("/api/v1/tasks/" + id + "/release").then();
    }

    private static ValidatableResponse bulk(Map<String, Object> body) {
        return TRIAGE.call(body).post("/api/v1/tasks/bulk").then();
    }

    private static ValidatableResponse post(StaffUser by, String path, Map<String, String> fields) {
        return by.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParams(fields).post(path).then().statusCode(303);
    }

    private static long count(StaffUser who, String which) {
        JsonPath counts = who.call().get("/api/v1/tasks/counts").then().statusCode(200).extract().jsonPath();
        Map<String, Integer> byQueue = counts.getMap(which);
        ToLongFunction<Integer> number = Integer::longValue;
        return byQueue.values().stream().mapToLong(number).sum();
    }

    private static void audited(String number, String action, String detail) {
        List<String> details = new StaffUser("auditor").call().queryParam("caseNumber", number).queryParam("size", 200)
                .get("/api/v1/audit").then().statusCode(200).extract()
                .path("items.findAll { it.action == '" + action + "' }.detail");
        assertThat(details).anyMatch(each -> each.contains(detail));
    }
}
