package io.minsheng.closing;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerDrafted;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ClosingTest {

    private static final LocalDate TODAY = Shanghai.date(Instant.now());

    @Inject
    OpenCampaign openCampaign;
    @Inject
    Campaigns campaigns;
    @Inject
    EntityManager entities;

    private String code;

    /** A call that ended five days ago. */
    @BeforeEach
    void begin() {
        code = "END" + UUID.randomUUID().toString().substring(0, 5).toUpperCase();
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign campaign = new Campaign(code, "已截止的征集", 2025, Instant.now().minus(Duration.ofDays(60)),
                    Shanghai.startOf(TODAY.minusDays(5)),
                    new Campaign.Contact("结案测试建议征集", "地址", "end@example.cn", "023-0000 0000"), Deadlines.DEFAULT);
            campaign.classifyBy(List.of(new Category("OTHER", "其他", null, "其他")), List.of());
            openCampaign.open(campaign, Actor.SYSTEM);
        });
    }

    @Test
    void tellsWhoAsksTooEarlyWhatIsMissing() {
        Submission.web().caseNumber();

        CHIEF.call().post("/api/v1/campaigns/DZ2025/close").then().statusCode(409).contentType("application/problem+json")
                .body("detail", containsString("尚未截止")).body("missing.kind", hasItem("OPEN"));
    }

    @Test
    void waitsForEveryCaseAndEveryAnswer() {
        String spam = entered("tangxiang").getString("caseNumber");
        JsonPath withdrawn = entered(null);
        String referred = entered("tangxiang").getString("caseNumber");
        close(CHIEF, 409).body("missing.findAll { it.kind == 'OPEN' }.caseNumber",
                hasItems(spam, withdrawn.getString("caseNumber"), referred));

        TRIAGE.settle("TRIAGE", spam, Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告"));
        given().contentType("application/json").body(Map.of("reason", "不需要了"))
                .post("/api/v1/proposals/" + withdrawn.getString("caseNumber") + "/withdraw?code="
                        + withdrawn.getString("queryCode"))
                .then().statusCode(200);
        TRIAGE.settle("TRIAGE", referred, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "个体诉求"));
        close(CHIEF, 409).body("missing.kind", equalTo(List.of("UNANSWERED"))).body("missing.caseNumber", hasItem(referred))
                .body("status", equalTo(409)).body("title", containsString("当前状态不允许"));

        answerReleased(referred, "ONLINE");
        reconciliation("auditor", 200).body("received", equalTo(3)).body("open", equalTo(0)).body("balanced", equalTo(true))
                .body("byDisposition.REJECTED", equalTo(1)).body("byDisposition.REFERRED", equalTo(1))
                .body("byDisposition.WITHDRAWN", equalTo(1)).body("byChannel.LETTER", equalTo(3))
                .body("byTownship.tangxiang", equalTo(2)).body("byTownship.''", equalTo(1))
                .body("details.byTownship.tangxiang.byDisposition.REJECTED", equalTo(1));
        CHIEF.call().get("/staff/closing/" + code).then().statusCode(200).body(containsString("核对无误，结案"));
        close(CHIEF, 200).body("state", equalTo("CLOSED"));

        close(CHIEF, 409).body("detail", containsString("已结案"));
        CHIEF.call().get("/staff/closing/" + code).then().statusCode(200).body(not(containsString("核对无误，结案")));
        enter(null).statusCode(409);
        CHIEF.call(Map.of("closes", "2030-01-01T00:00:00+08:00", "reason", "再开")).post("/api/v1/campaigns/" + code + "/dates")
                .then().statusCode(409);
    }

    @Test
    void closesInTheBrowserToo() {
        TRIAGE.call().get("/staff/closing/" + code).then().statusCode(200).body(containsString("数目相符"))
                .body(not(containsString("核对无误，结案")));
        String number = entered(null).getString("caseNumber");
        CHIEF.call().get("/staff/closing/" + code).then().statusCode(200).body(not(containsString("核对无误，结案")))
                .body(containsString("完成后，可以在这里结案"));
        CHIEF.call().post("/staff/closing/" + code).then().statusCode(409).body(containsString("请先完成下面列出的事项"))
                .body(containsString(number));
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告"));
        CHIEF.call().redirects().follow(false).post("/staff/closing/" + code).then().statusCode(303);
        assertThat(QuarkusTransaction.requiringNew().call(() -> campaigns.byCode(code).closedAt())).isNotNull();
    }

    @Test
    void namesEveryCauseInWordsOfItsOwn() {
        String held = entered(null).getString("caseNumber");
        String unbooked = entered(null).getString("caseNumber");
        String unrated = entered(null).getString("caseNumber");
        for (String each : List.of(held, unbooked, unrated)) {
            TRIAGE.settle("TRIAGE", each, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "个体诉求"));
        }
        CHIEF.complete(answerDrafted(held, "ONLINE"), Map.of("outcome", "RELEASE", "holdMinutes", 60)).statusCode(200);
        answerReleased(unrated, "ONLINE");
        answerReleased(unbooked, "ONLINE");
        change("delete from answer where proposal_id = (select id from proposal where case_number = ?1)", unbooked);
        change("update work_item set queue = 'REVIEW', ended_at = null where queue = 'TRIAGE' and case_number = ?1 and id ="
                + " (select min(id) from work_item where case_number = '" + unrated + "' and queue = 'TRIAGE')", unrated);

        close(CHIEF, 409).body("missing.findAll { it.caseNumber == '" + held + "' }.what", equalTo(List.of("答复尚未送达。")))
                .body("missing.findAll { it.caseNumber == '" + unbooked + "' }.what", equalTo(List.of("答复台账中没有这个案件。")))
                .body("missing.findAll { it.caseNumber == '" + unrated + "' }.what",
                        hasItems("不满意评价待研究。", "案件从未进入分类整理，请立即联系系统管理员。"));
        CHIEF.call().get("/staff/closing/" + code).then().statusCode(200).body(containsString("答复台账中没有这个案件"))
                .body(containsString("不满意评价待研究"));
    }

    @Test
    void notesSumsThatDoNotAddUp() {
        String wrongStage = entered(null).getString("caseNumber");
        TRIAGE.settle("TRIAGE", wrongStage, Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告"));
        change("update proposal set stage = 'TRIAGE' where case_number = ?1", wrongStage);
        reconciliation("triage", 200).body("balanced", equalTo(false));
        close(CHIEF, 409).body("missing.find { it.kind == 'SUM' }.caseNumber", equalTo(wrongStage));
        change("update proposal set stage = 'REJECTED' where case_number = ?1", wrongStage);
        reconciliation("triage", 200).body("balanced", equalTo(true));

        String lost = "X" + wrongStage;
        change("update work_item set case_number = '" + lost + "' where case_number = ?1", wrongStage);
        reconciliation("triage", 200).body("balanced", equalTo(false)).body("received", equalTo(2));
        close(CHIEF, 409).body("missing.findAll { it.kind == 'SUM' }.caseNumber", hasItems(lost, wrongStage));
    }

    @Test
    void isForTheOfficeItsLeadersAndTheAuditors() {
        reconciliation("leader", 200);
        reconciliation("dept-housing", 403);
        reconciliation("desk-tangxiang", 403);
        given().get("/api/v1/campaigns/" + code + "/reconciliation").then().statusCode(401);
        TRIAGE.call().get("/api/v1/campaigns/NONE/reconciliation").then().statusCode(404);
        close(TRIAGE, 403);
        close(new StaffUser("leader"), 403);
        CHIEF.call().post("/api/v1/campaigns/NONE/close").then().statusCode(404);
        CHIEF.call().post("/api/v1/campaigns/DZ2025/close").then().statusCode(409).body("detail", containsString("尚未截止"));
        TRIAGE.call().post("/staff/closing/" + code).then().statusCode(403);
    }

    private ValidatableResponse close(StaffUser who, int status) {
        return who.call().post("/api/v1/campaigns/" + code + "/close").then().statusCode(status);
    }

    private ValidatableResponse reconciliation(String who, int status) {
        return new StaffUser(who).call().get("/api/v1/campaigns/" + code + "/reconciliation").then().statusCode(status);
    }

    private JsonPath entered(String township) {
        return enter(township).statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse enter(String township) {
        Map<String, Object> letter = new HashMap<>(Map.of("campaign", code, "title", "修一条小路", "category", "OTHER",
                "content", "村口的小路下雨就泥泞，请修一修。", "channel", "LETTER", "receivedOn", TODAY.minusDays(7).toString(), "proposer",
                Map.of("kind", "RESIDENT", "name", "测试甲", "phone", "13800001234", "replyWanted", true)));
        if (township != null) {
            letter.put("township", township);
        }
        return TRIAGE.call(letter).post("/api/v1/desk/proposals").then();
    }

    private void change(String sql, String caseNumber) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).setParameter(1, caseNumber).executeUpdate());
    }
}
