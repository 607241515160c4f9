package io.minsheng.decision;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decision;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Leaders vote on a frozen list in secret; the chief closes the vote and decides ties; the decision is filled in from it. */
@QuarkusTest
class VoteTest {

    private static final StaffUser LEADER = new StaffUser("leader");
    private static final StaffUser SECOND = new StaffUser("leader-vote-2");
    private static final StaffUser THIRD = new StaffUser("leader-vote-3");

    @Inject
    Accounts accounts;
    @Inject
    EntityManager entities;

    @BeforeEach
    void threeLeaders() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (StaffUser each : List.of(SECOND, THIRD)) {
                if (accounts.byUsername(each.username()).isEmpty()) {
                    accounts.create(each.username(), each.username(), "minsheng-demo", null, Set.of(Role.LEADER));
                }
            }
        });
    }

    @Test
    void choosesCountsDecidesATieOnTheRecordAndFillsInTheDecision() {
        List<String> numbers = List.of(shortlisted(Submission.web()), shortlisted(Submission.web()),
                shortlisted(Submission.web()));
        String list = frozen(numbers.toArray(String[]::new));
        List<String> items = numbers.stream().map(each -> itemOf(list, each)).toList();
        rule(CHIEF, "CHOOSE", 2, 2, 30).statusCode(200).body("seats", equalTo(2));
        CHIEF.call().get("/staff/lists/" + list + "/vote").then().statusCode(200).body(containsString("开始投票"));
        CHIEF.call().get("/staff/lists/" + list).then().statusCode(200).body(containsString("/vote\">组织投票"));
        LEADER.call().get("/staff/lists/" + list).then().statusCode(200).body(not(containsString("/vote\"")));
        TRIAGE.call().post(vote(list)).then().statusCode(403);
        CHIEF.call().post(vote(list)).then().statusCode(201).body("state", equalTo("OPEN"));
        CHIEF.call().post(vote(list)).then().statusCode(409);
        LEADER.call().get("/staff/lists/" + list).then().statusCode(200).body(containsString("/vote\">投票"));
        rule(CHIEF, "RANK", 9, 9, 90).statusCode(200);

        ballot(CHIEF, list, items.get(0)).statusCode(403);
        ballot(LEADER, list).statusCode(400).body("violations.field", hasItem("items"));
        ballot(LEADER, list, items.get(0), items.get(1), items.get(2)).statusCode(400);
        ballot(LEADER, list, items.get(0), items.get(0)).statusCode(400);
        ballot(LEADER, list, "nobody").statusCode(400);
        LEADER.call().get("/staff/lists/" + list + "/vote").then().statusCode(200).body(containsString("您的一票"));
        ballot(LEADER, list, items.get(0), items.get(1)).statusCode(200).body("voted", equalTo(true))
                .body("results", nullValue());
        ballot(LEADER, list, items.get(2)).statusCode(409);
        form(SECOND, list, "ballot", "items", items.get(0)).statusCode(303);
        ballot(THIRD, list, items.get(2)).statusCode(200);
        CHIEF.call().get("/staff/lists/" + list + "/vote").then().statusCode(200).body(containsString("3 人"))
                .body(not(containsString("投票结果")));

        String task = claimOn(CHIEF, "DECISION", list);
        CHIEF.complete(task, decision(List.of())).statusCode(400);
        CHIEF.complete(task, decision(items.stream().map(each -> Map.of("item", each, "result", "ADOPTED")).toList()))
                .statusCode(409).body("detail", containsString("投票"));
        CHIEF.call().post(vote(list) + "/close").then().statusCode(200).body("state", equalTo("TIED"))
                .body("seatsLeft", equalTo(1)).body("results.find { it.item == '" + items.get(0) + "' }.ballots", equalTo(2))
                .body("results.findAll { it.tied }.item", hasItems(items.get(1), items.get(2)));
        CHIEF.call().post(vote(list) + "/close").then().statusCode(409);
        tie(list, List.of(items.get(0)), "呼声高").statusCode(400);
        tie(list, List.of(items.get(1)), " ").statusCode(400).body("violations.field", hasItem("reason"));
        tie(list, List.of(items.get(1)), "涉及镇街更多").statusCode(200).body("state", equalTo("COUNTED"))
                .body("results.findAll { it.elected }.item", hasItems(items.get(0), items.get(1)));
        LEADER.call().get("/staff/lists/" + list + "/vote").then().statusCode(200).body(containsString("投票结果"))
                .body(containsString("涉及镇街更多"));

        CHIEF.call().get("/staff/tasks/decision/" + task).then().statusCode(200)
                .body(containsString("value=\"ADOPTED\" checked")).body(containsString("value=\"NOT_ADOPTED\" checked"))
                .body(containsString("按支持程度排序未能入选"));
        keepsNothingThatTellsWhoVotedWhat();
        CHIEF.complete(task, decision(items.stream().map(each -> Map.of("item", each, "result", "ADOPTED")).toList()))
                .statusCode(202);
        told(list);
    }

    private void keepsNothingThatTellsWhoVotedWhat() {
        List<?> columns = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery("""
                select lower(column_name) from information_schema.columns
                where lower(table_name) in ('vote_sum', 'vote_turnout') order by 1""").getResultList());
        assertThat(columns.stream().map(Object::toString).distinct().toList()).containsExactlyInAnyOrder("ballots",
                "chosen_in_tie", "item_id", "points", "username", "vote_id");
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then()
                .body("items.findAll { it.action == 'VOTE_CAST' }.detail.unique()", equalTo(List.of("")));
    }

    @Test
    void ranksGiveMorePointsToTheFirstPlace() {
        String first = shortlisted(Submission.web());
        String second = shortlisted(Submission.web());
        String list = frozen(first, second);
        String one = itemOf(list, first);
        String two = itemOf(list, second);
        rule(CHIEF, "RANK", 2, 1, 50).statusCode(200);
        CHIEF.call().post(vote(list)).then().statusCode(201);
        SECOND.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("place." + one, "1")
                .formParam("place." + two, "1").post("/staff/lists/" + list + "/vote/ballot").then().statusCode(400)
                .body(containsString("每个名次只能给一个事项"));
        SECOND.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("place." + one, "2").formParam("place." + two, "1").post("/staff/lists/" + list + "/vote/ballot")
                .then().statusCode(303);
        ballot(LEADER, list, two, one).statusCode(200);
        ballot(THIRD, list, two, one).statusCode(200);
        CHIEF.call().post(vote(list) + "/close").then().statusCode(200).body("state", equalTo("COUNTED"))
                .body("results.item", equalTo(List.of(two, one))).body("results.points", equalTo(List.of(6, 3)))
                .body("results.elected", equalTo(List.of(true, false)));
    }

    @Test
    void tooFewBallotsAreNotCountedAtAll() {
        String list = frozen(shortlisted(Submission.web()));
        rule(CHIEF, "CHOOSE", 1, 1, 0).statusCode(200);
        rule(TRIAGE, "CHOOSE", 1, 1, 0).statusCode(403);
        rule(CHIEF, "CHOOSE", 0, 1, 101).statusCode(400).body("violations.field", hasItems("choices", "threshold"));
        TRIAGE.call().get("/api/v1/lists/" + list + "/vote").then().statusCode(404);
        CHIEF.call().post(vote(list)).then().statusCode(201);
        CHIEF.call().post(vote(list) + "/close").then().statusCode(200).body("state", equalTo("VOID"))
                .body("results", nullValue());
        ballot(LEADER, list, "x").statusCode(400);
        new StaffUser("dept-housing").call().get(vote(list)).then().statusCode(403);
    }

    @Test
    void aVoidOneIsOpenedAnewAndStaysInTheHistoryWithoutItsBallots() {
        String list = frozen(shortlisted(Submission.web()));
        String item = list(list).getString("items[0].id");
        rule(CHIEF, "CHOOSE", 1, 1, 0).statusCode(200);
        again(CHIEF, list, "还有领导没有投").statusCode(404);
        CHIEF.call().post(vote(list)).then().statusCode(201);
        ballot(LEADER, list, item).statusCode(200);
        again(CHIEF, list, "还有领导没有投").statusCode(409);
        CHIEF.call().post(vote(list) + "/close").then().statusCode(200).body("state", equalTo("VOID"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                "select sum(s.ballots + s.points) from vote_sum s join list_vote v on v.id = s.vote_id where v.list_id = :list",
                Long.class).setParameter("list", list).getSingleResult())).isEqualTo(0L);
        rule(CHIEF, "CHOOSE", 2, 1, 0).statusCode(200);
        again(TRIAGE, list, "还有领导没有投").statusCode(403);
        again(CHIEF, list, " ").statusCode(400).body("violations.field", hasItem("reason"));
        CHIEF.call().get("/staff/lists/" + list + "/vote").then().body(containsString("重新开始投票"))
                .body(containsString("保存办法"));

        form(CHIEF, list, "again", "reason", "两位领导出差，没有投票").statusCode(303);

        CHIEF.call().get(vote(list)).then().statusCode(200).body("state", equalTo("OPEN")).body("ballots", equalTo(0))
                .body("terms.choices", equalTo(2)).body("voided.size()", equalTo(1)).body("voided[0].ballots", equalTo(1))
                .body("voided[0].terms.choices", equalTo(1)).body("voided[0].reason", containsString("出差"));
        again(CHIEF, list, "再来").statusCode(409);
        LEADER.call().get("/staff/lists/" + list + "/vote").then().statusCode(200).body(containsString("您的一票"))
                .body(containsString("此前无效的投票")).body(containsString("两位领导出差"));
        for (StaffUser each : List.of(LEADER, SECOND, THIRD)) {
            ballot(each, list, item).statusCode(200);
        }
        CHIEF.call().post(vote(list) + "/close").then().statusCode(200).body("state", equalTo("COUNTED"))
                .body("results[0].ballots", equalTo(3)).body("voided.size()", equalTo(1));
        again(CHIEF, list, "再来").statusCode(409);
    }

    @Test
    void namesEveryWrongTermAtItsFieldAndKeepsWhatWasTyped() {
        String list = frozen(shortlisted(Submission.web()));
        Document page = Jsoup.parse(CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("mode", "CHOOSE", "choices", "三项", "seats", "2.5", "threshold", "101"))
                .post("/staff/lists/" + list + "/vote/terms").then().statusCode(400).extract().asString());

        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#choices", "#seats", "#threshold");
        for (Map.Entry<String, String> typed : Map.of("choices", "三项", "seats", "2.5", "threshold", "101").entrySet()) {
            assertThat(page.getElementById(typed.getKey()).val()).isEqualTo(typed.getValue());
            assertThat(page.getElementById(typed.getKey() + "-error").text()).endsWith("的整数。");
        }
    }

    private static ValidatableResponse again(StaffUser who, String list, String reason) {
        return who.call(Map.of("reason", reason)).post(vote(list) + "/again").then();
    }

    private static String vote(String list) {
        return "/api/v1/lists/" + list + "/vote";
    }

    private static ValidatableResponse rule(StaffUser who, String mode, int choices, int seats, int threshold) {
        return who.call(Map.of("mode", mode, "choices", choices, "seats", seats, "threshold", threshold))
                .put("/api/v1/campaigns/DZ2025/vote-rule").then();
    }

    private static ValidatableResponse ballot(StaffUser who, String list, String... items) {
        return who.call(Map.of("items", List.of(items))).post(vote(list) + "/ballots").then();
    }

    private static ValidatableResponse tie(String list, List<String> items, String reason) {
        return CHIEF.call(Map.of("items", items, "reason", reason)).post(vote(list) + "/tie").then();
    }

    private static ValidatableResponse form(StaffUser who, String list, String act, String field, String value) {
        return who.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam(field, value).post("/staff/lists/" + list + "/vote/" + act).then();
    }
}
