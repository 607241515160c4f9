package io.minsheng.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class TrackingTest {

    @Inject
    EntityManagerFactory factory;

    @Nested
    class ByCall {

        @Test
        void asksTheDatabaseForNothingTwice() {
            Receipt receipt = Submission.web().register();

            assertThat(CountStatements.of(factory,
                    () -> api(receipt.caseNumber(), receipt.queryCode()).then().statusCode(200)))
                    .as("the lock, the case, its time line, its files, its answers").isEqualTo(5);
        }

        @Test
        void showsThePublicStageAndNoPersonalData() {
            Receipt receipt = Submission.web().register();
            String body = api(receipt.caseNumber(), receipt.queryCode()).then().statusCode(200)
                    .body("stage.code", equalTo("RECEIVED")).body("timeline", hasSize(1)).body("channel", equalTo("WEB"))
                    .body("answer", nullValue()).extract().asString();

            assertThat(body).doesNotContain(Submission.NAME, Submission.PHONE, Submission.EMAIL);
        }

        @Test
        void takesNumberAndCodeAsPeopleTypeThemOffAReceipt() {
            Receipt receipt = Submission.web().register();
            String full = wide(receipt.caseNumber());
            String code = receipt.queryCode().toLowerCase();

            api(full, wide(receipt.queryCode())).then().statusCode(200);
            api(receipt.caseNumber().replace('-', '—'), code.substring(0, 4) + " " + code.substring(4)).then().statusCode(200);
            given().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("number", " " + full).formParam("code", code + "　").post("/track").then().statusCode(303)
                    .header("Location", containsString(receipt.caseNumber()));
        }

        private static String wide(String text) {
            return text.codePoints().mapToObj(each -> Character.toString(each + 0xFEE0)).collect(Collectors.joining());
        }

        @Test
        void wrongNumberAndWrongCodeLookTheSame() {
            Receipt receipt = Submission.web().register();
            String wrongCode = api(receipt.caseNumber(), "22222222").then().statusCode(404).extract().asString();
            String wrongNumber = api("DZ2025-999999-9", receipt.queryCode()).then().statusCode(404).extract().asString();
            String noCode = given().get("/api/v1/proposals/" + receipt.caseNumber()).then().statusCode(404).extract()
                    .asString();

            assertThat(wrongCode).isEqualTo(wrongNumber).isEqualTo(noCode);
        }

        @Test
        void takesAnAddendum() {
            Receipt receipt = Submission.web().register();
            post(receipt, "supplement", Map.of("text", "冬天也不能洗。")).then().statusCode(200).body("timeline", hasSize(2));
            post(receipt, "supplement", Map.of("text", " ")).then().statusCode(400).body("violations.field", hasItem("text"));
            post(receipt, "supplement", Map.of("words", "x")).then().statusCode(400);
        }

        @Test
        void withdrawsOnceAndWithAReason() {
            Receipt receipt = Submission.web().register();
            post(receipt, "withdraw", Map.of("reason", "")).then().statusCode(400);
            post(receipt, "withdraw", Map.of("reason", "重复提交了")).then().statusCode(200).body("stage.code",
                    equalTo("WITHDRAWN"));
            post(receipt, "withdraw", Map.of("reason", "再撤一次")).then().statusCode(409);
            post(receipt, "supplement", Map.of("text", "撤回以后")).then().statusCode(409);
        }

        private Response api(String number, String code) {
            return given().queryParam("code", code).get("/api/v1/proposals/" + number);
        }

        private Response post(Receipt receipt, String act, Map<String, String> body) {
            return given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON).body(body)
                    .post("/api/v1/proposals/" + receipt.caseNumber() + "/" + act);
        }
    }

    @Nested
    class ByPage {

        @Test
        void opensWithNumberAndCodeAndKeepsTheCodeOutOfTheAddress() {
            Receipt receipt = Submission.web().titled("给<i>海棠路</i>小学门口划接送区").register();
            Response opened = open(receipt.caseNumber().toLowerCase(), receipt.queryCode().toLowerCase());
            opened.then().statusCode(303);
            assertThat(opened.header("Location")).endsWith("/track/" + receipt.caseNumber());

            Document page = Jsoup.parse(show(receipt, opened).then().statusCode(200).extract().asString());
            assertThat(page.selectFirst("h1").text()).contains("给<i>海棠路</i>小学门口划接送区");
            assertThat(page.select(".strip .here .flag").text()).isEqualTo("你在这里");
            assertThat(page.select(".strip .here .what").text()).isEqualTo("已收到");
            assertThat(page.text()).doesNotContain(Submission.NAME, Submission.PHONE);
        }

        @Test
        void aLinkWithTheCodeIsTakenOutOfTheAddress() {
            Receipt receipt = Submission.web().register();
            given().redirects().follow(false).queryParam("code", receipt.queryCode()).get("/track/" + receipt.caseNumber())
                    .then()
                    .statusCode(303);
            given().redirects().follow(false).queryParam("code", "22222222").get("/track/" + receipt.caseNumber()).then()
                    .statusCode(404);
        }

        @Test
        void asksForTheCodeWithoutOne() {
            Receipt receipt = Submission.web().register();
            Document page = Jsoup
                    .parse(given().get("/track/" + receipt.caseNumber()).then().statusCode(200).extract().asString());
            assertThat(page.getElementById("number").val()).isEqualTo(receipt.caseNumber());
            assertThat(page.text()).doesNotContain("给老旧小区加装电梯");
        }

        @Test
        void refusesWrongNumberAndWrongCodeInTheSameWords() {
            Receipt receipt = Submission.web().register();
            assertThat(refusal(receipt.caseNumber(), "22222222")).isEqualTo(refusal("DZ2025-999999-9", receipt.queryCode()))
                    .isNotBlank();
        }

        @Test
        void oneCookieOpensOneCase() {
            Receipt mine = Submission.web().register();
            Receipt theirs = Submission.web().titled("别人的建议事项").register();
            Response opened = open(mine.caseNumber(), mine.queryCode());
            assertThat(show(theirs, opened).asString()).doesNotContain("别人的建议事项");
        }

        @Test
        void supplementsAndWithdraws() {
            Receipt receipt = Submission.web().register();
            String cookie = open(receipt.caseNumber(), receipt.queryCode()).cookie("minsheng-track");
            Document nothing = Jsoup
                    .parse(act(receipt, cookie, "supplement", "text", " ").then().statusCode(400).extract().asString());
            assertThat(nothing.getElementById("text").closest("details").hasAttr("open")).as("what is to be mended is seen")
                    .isTrue();
            act(receipt, cookie, "supplement", "text", "补充一句").then().statusCode(303);
            Document refused = Jsoup
                    .parse(act(receipt, cookie, "withdraw", "reason", " ").then().statusCode(400).extract().asString());
            assertThat(refused.select(".error-summary a").eachAttr("href")).containsExactly("#reason");
            act(receipt, cookie, "withdraw", "reason", "不需要了").then().statusCode(303);

            Document page = Jsoup
                    .parse(given().cookie("minsheng-track", cookie).get("/track/" + receipt.caseNumber()).asString());
            assertThat(page.select(".strip .here .what").text()).isEqualTo("已撤回");
            assertThat(page.select("form[action$=/withdraw]")).isEmpty();
        }

        @Test
        void givesBackWordsThatCameTooLate() {
            Receipt receipt = Submission.web().register();
            String cookie = open(receipt.caseNumber(), receipt.queryCode()).cookie("minsheng-track");
            act(receipt, cookie, "withdraw", "reason", "不需要了").then().statusCode(303);

            Document late = Jsoup.parse(act(receipt, cookie, "supplement", "text", "在另一个窗口写了很久的<b>话</b>").then()
                    .statusCode(409).extract().asString());

            assertThat(late.select("main .as-written").eachText()).contains("在另一个窗口写了很久的<b>话</b>");
            assertThat(late.select(".error-summary h2").text()).as("nothing in the form can be mended").isEqualTo("操作没有成功");
        }

        private Response open(String number, String code) {
            return given().redirects().follow(false).formParam("number", number).formParam("code", code).post("/track");
        }

        private String refusal(String number, String code) {
            return Jsoup.parse(open(number, code).then().statusCode(404).extract().asString()).select(".error-summary").text();
        }

        private Response show(Receipt receipt, Response opened) {
            return given().cookie("minsheng-track", opened.cookie("minsheng-track")).get("/track/" + receipt.caseNumber());
        }

        private Response act(Receipt receipt, String cookie, String act, String field, String value) {
            return given().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                    .cookie("minsheng-track", cookie).formParam(field, value)
                    .post("/track/" + receipt.caseNumber() + "/" + act);
        }
    }
}
