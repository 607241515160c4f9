package io.minsheng.proposal.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.Letters;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What residents are told about their data, and that each case says which version it was. */
@QuarkusTest
class PrivacyNoticeTest {

    private static final String API = "/api/v1/privacy-notice";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final StaffUser CHIEF = new StaffUser("chief");
    private static final StaffUser ADMIN = new StaffUser("admin");
    private static final StaffUser TRIAGE = new StaffUser("triage");

    @Inject
    Letters letters;
    @Inject
    Proposals proposals;

    @Test
    void everyVersionStaysReadableAndEachCaseSaysWhichItWas() {
        int before = version();
        String early = Submission.web().titled("以前的说明登记的建议").caseNumber();
        String years = "三年-" + UUID.randomUUID();

        publish(CHIEF, Map.of("KEPT", "保存" + years + "。")).then().statusCode(200).body("version", equalTo(before + 1));
        String late = Submission.letter().titled("现在的说明登记的建议").caseNumber();

        given().get("/privacy").then().statusCode(200).body(containsString(years));
        given().get("/privacy?version=" + before).then().statusCode(200).body(not(containsString(years)))
                .body(containsString("已由新版代替"));
        given().get("/privacy?version=" + (before + 50)).then().statusCode(404);
        given().get(API).then().statusCode(200).body("parts.KEPT", containsString(years)).body("versions.version",
                hasItems(before, before + 1));
        TRIAGE.call().get("/api/v1/cases/" + early).then().body("privacyVersion", equalTo(before));
        TRIAGE.call().get("/api/v1/cases/" + late).then().body("privacyVersion", equalTo(before + 1));
        assertThat(Jsoup.parse(TRIAGE.call().get("/staff/cases/" + late).asString()).select("a[href$=/privacy?version="
                + (before + 1) + "]").parents().select("dd").text()).contains("收件时告知");
        new StaffUser("auditor").call().get("/api/v1/audit").then().statusCode(200).body("items.action",
                hasItem("PRIVACY_NOTICE_PUBLISHED"));
    }

    @Test
    void theVersionOnTheFormCountsEvenIfAnotherIsPublishedMeanwhile() {
        int shown = Integer.parseInt(Jsoup.parse(steps(Map.of("step", "PLACE", "go", "next")).asString())
                .getElementById("consent").val());
        assertThat(shown).isEqualTo(version());
        publish(CHIEF, Map.of("LEAD", "新的开头 " + UUID.randomUUID())).then().statusCode(200);

        String receipt = steps(Map.of("step", "CHECK", "go", "submit", "consent", String.valueOf(shown))).then()
                .statusCode(200).extract().asString();
        String caseNumber = Jsoup.parse(receipt).selectFirst("main .big-code").text();

        TRIAGE.call().get("/api/v1/cases/" + caseNumber).then().statusCode(200).body("privacyVersion", equalTo(shown));
    }

    @Test
    void aBoxTickedUnderAnEarlierVersionIsNotTickedForTheNext() {
        int before = version();
        publish(CHIEF, Map.of("LEAD", "新的开头 " + UUID.randomUUID())).then().statusCode(200);

        assertThat(ticked(before)).isFalse();
        assertThat(ticked(before + 1)).isTrue();
    }

    private static boolean ticked(int version) {
        return Jsoup.parse(steps(Map.of("step", "PLACE", "go", "next", "consent", String.valueOf(version))).asString())
                .getElementById("consent").hasAttr("checked");
    }

    @Test
    void thePlacesWherePeopleAreAskedSayWhatTheOfficeWrites() {
        String mark = UUID.randomUUID().toString();
        Map<String, String> words = new HashMap<>();
        PrivacyPart.shorts().forEach(each -> words.put(each.name(), each.name() + " " + mark));
        publish(ADMIN, words).then().statusCode(200);

        steps(Map.of("step", "PLACE", "go", "next")).then().body(containsString("SHORT_WEB " + mark));
        given().get("/blank-form?campaign=DZ2025").then().body(containsString("SHORT_PAPER " + mark));
        new StaffUser("desk-tangxiang").call().get("/staff/desk").then().body(containsString("SHORT_DESK " + mark));
        String number = Submission.web().caseNumber();
        String mail = QuarkusTransaction.requiringNew()
                .call(() -> letters.receipt(proposals.byNumber(number), "ABCD2345").body());
        assertThat(mail).contains("SHORT_EMAIL " + mark, "/privacy?version=" + version());
    }

    @Test
    void whatIsMissingTooLongOrTooLateIsRefusedAndNothingIsLost() {
        int before = version();
        publish(CHIEF, Map.of("RIGHTS", " ", "SHORT_WEB", "字".repeat(201), "SHORT_PAPER", "电话：只用于答复")).then()
                .statusCode(400).body("violations.field", hasItems("RIGHTS", "SHORT_WEB", "SHORT_PAPER"));
        publish(CHIEF, Map.of()).then().statusCode(409);
        CHIEF.call(Map.of("version", before, "parts", Map.of("NONSENSE", "x"), "reason", "试")).put(API).then().statusCode(400);
        CHIEF.call(Map.of("parts", Map.of(), "reason", "试")).put(API).then().statusCode(400);
        CHIEF.call("null").put(API).then().statusCode(400);
        Map<String, Object> old = body(Map.of("LEAD", "别的开头"));
        old.put("version", before - 1);
        CHIEF.call(old).put(API).then().statusCode(409);
        publish(TRIAGE, Map.of("LEAD", "别的开头")).then().statusCode(403);
        given().contentType(ContentType.JSON).body(old).put(API).then().statusCode(401);
        assertThat(version()).isEqualTo(before);

        Document page = form(Map.of("RIGHTS", "", "LEAD", "<b>开头</b>我写的", "reason", "", "go", "publish"), 400);
        assertThat(page.select(".error-summary a").eachAttr("href")).contains("#RIGHTS", "#reason");
        assertThat(page.getElementById("RIGHTS").closest("details").hasAttr("open")).isTrue();
        assertThat(page.getElementById("LEAD").wholeText().strip()).isEqualTo("<b>开头</b>我写的");
    }

    @Test
    void isPreviewedBeforeItIsInForce() {
        int before = version();
        Document page = form(Map.of("RIGHTS", "可以这样做：\n- 查阅\n- <i>删除</i>", "go", "preview"), 200);

        assertThat(page.selectFirst("[aria-label=预览]").select("li").eachText()).contains("查阅", "<i>删除</i>");
        assertThat(version()).isEqualTo(before);
        Document published = form(Map.of("RIGHTS", "可以这样做 " + UUID.randomUUID(), "reason", "写明权利", "go", "publish"), 200);
        assertThat(published.select("[role=status]").text()).contains("第 " + (before + 1) + " 版已经发布");
        TRIAGE.call().get("/staff/privacy-notice").then().statusCode(403);
    }

    private static int version() {
        return given().get(API).then().statusCode(200).extract().path("version");
    }

    private static Map<String, Object> body(Map<String, String> changes) {
        Map<String, Object> parts = new HashMap<>(given().get(API).jsonPath().getMap("parts"));
        parts.putAll(changes);
        return new HashMap<>(Map.of("version", version(), "parts", parts, "reason", "检查"));
    }

    private static Response publish(StaffUser by, Map<String, String> changes) {
        return by.call(body(changes)).put(API);
    }

    /** The page's form with these fields changed. */
    private static Document form(Map<String, String> changes, int status) {
        Document page = Jsoup.parse(CHIEF.call().get("/staff/privacy-notice").then().statusCode(200).extract().asString());
        Map<String, String> fields = new HashMap<>();
        page.select("main form [name]:not(button)").forEach(each -> fields.put(each.attr("name"),
                each.tagName().equals("textarea") ? each.wholeText() : each.val()));
        fields.putAll(changes);
        Response answer = CHIEF.call().contentType(FORM).formParams(fields).redirects().follow(false)
                .post("/staff/privacy-notice");
        if (answer.statusCode() == 303) {
            answer = CHIEF.call().get("/staff/privacy-notice?done=1");
        }
        return Jsoup.parse(answer.then().statusCode(status).extract().asString());
    }

    private static Response steps(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("campaign", "DZ2025", "title", "在海棠路小学门口装一盏路灯" + UUID.randomUUID()
                .toString().substring(0, 6), "category", "EDUCATION", "content", "晚上放学时看不清路，孩子容易摔倒。", "proposer.name",
                "测试甲", "proposer.phone", "13800001234", "consent", "1"));
        values.putAll(more);
        return given().contentType(FORM).formParams(values).post("/propose");
    }
}
