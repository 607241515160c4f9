package io.minsheng.proposal;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.fixture.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class SplittingTest {

    private static final Map<String, String> LIFT = part("给老旧小区加装电梯", "HOUSING", "六层没有电梯，老人上下楼很困难。");
    private static final Map<String, String> LAMP = part("给小区门口装路灯", "URBAN_GOVERNANCE", "晚上门口太黑，老人容易摔倒。");
    private static final Map<String, String> BUS = part("增加一路公交车", "TRANSPORT", "到区医院没有直达的公交车。");

    @Inject
    Proposals proposals;
    @Inject
    OutboxMails mails;

    @Test
    void makesCasesOfTheirOwnAndKeepsTheOriginal() {
        String number = Submission.letter().titled("三件事一起说").caseNumber();

        List<String> children = split(number, LIFT, LAMP, BUS).statusCode(200).body("parent", equalTo(number))
                .body("children", hasSize(2)).extract().path("children");

        TRIAGE.call().get("/api/v1/cases/" + number).then().body("title", equalTo(LIFT.get("title")))
                .body("parts", equalTo(children));
        TRIAGE.call().get("/api/v1/cases/" + children.get(1)).then().body("title", equalTo(BUS.get("title")))
                .body("category", equalTo("TRANSPORT")).body("splitFrom", equalTo(number)).body("channel", equalTo("LETTER"))
                .body("stage.code", equalTo("RECEIVED"))
                .body("receivedAt", equalTo(TRIAGE.call().get("/api/v1/cases/" + number).path("receivedAt")));
        TRIAGE.claim("TRIAGE", children.get(0));
        assertThat(TRIAGE.call().queryParam("q", number).get("/api/v1/tasks").<String> path("items[0].title"))
                .isEqualTo(LIFT.get("title"));
        assertThat(page("/staff/cases/" + children.get(0)).text()).contains("三件事一起说");
        QuarkusTransaction.requiringNew().run(() -> assertThat(proposals.byNumber(children.get(0)).author().id())
                .isEqualTo(proposals.byNumber(number).author().id()));
    }

    @Test
    void tellsTheAuthorOnceAndKeepsTheirCode() {
        Receipt receipt = Submission.web().register();
        List<String> children = split(receipt.caseNumber(), LIFT, LAMP).statusCode(200).extract().path("children");

        assertThat(kinds(receipt.caseNumber())).containsExactlyInAnyOrder(MailKind.RECEIPT, MailKind.SPLIT);
        assertThat(kinds(children.get(0))).isEmpty();
        given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + receipt.caseNumber()).then()
                .statusCode(200);
    }

    @Test
    void printsTheCodesForAnAuthorWithoutEmail() {
        String number = Submission.web().reachableBy("13800001234", null).caseNumber();

        Document slip = Jsoup.parse(form(number, LIFT, LAMP).then().statusCode(200).extract().asString());

        String child = slip.select("tbody tr").get(1).select("td").get(0).text();
        String code = slip.select("tbody tr").get(1).select("td").get(2).text();
        given().queryParam("code", code).get("/api/v1/proposals/" + child).then().statusCode(200).body("title",
                equalTo(LAMP.get("title")));
    }

    @Test
    void leavesNoPartOfAnUrgentCaseUnmarked() {
        String number = Submission.letter().caseNumber();
        TRIAGE.call(Map.of("urgent", true, "reason", "墙体开裂，有坍塌危险")).post("/api/v1/cases/" + number + "/urgent").then()
                .statusCode(200);
        List<String> children = split(number, LIFT, LAMP).statusCode(200).extract().path("children");
        TRIAGE.call().queryParam("queue", "TRIAGE").queryParam("q", children.get(0)).get("/api/v1/tasks").then()
                .body("items[0].urgent", equalTo(true)).body("items[0].light", equalTo("RED"));
    }

    @Test
    void asksForAtLeastTwoPartsAndChecksEach() {
        String number = Submission.web().caseNumber();
        split(number).statusCode(400).body("violations.field", hasItem("parts"));
        split(number, LIFT).statusCode(400).body("violations.field", hasItem("parts"));
        split(number, LIFT, part("短", "NOTHING", "少")).statusCode(400).body("violations.field",
                hasItem("parts[1].title")).body("violations.field", hasItem("parts[1].category"))
                .body("violations.field", hasItem("parts[1].content"));

        Document page = Jsoup
                .parse(form(number, LIFT, part("短", "TRANSPORT", "少")).then().statusCode(400).extract().asString());
        assertThat(page.select(".error-summary a").eachAttr("href")).contains("#parts[1].title", "#parts[1].content");
        assertThat(page.getElementById("parts[0].title").val()).isEqualTo(LIFT.get("title"));
    }

    @Test
    void keepsEveryRowAsItWasTypedWhenSomethingIsWrong() {
        String number = Submission.web().caseNumber();
        Map<String, String> undecided = part("", "TRANSPORT", "");
        Document page = Jsoup
                .parse(form(number, LIFT, undecided, part("短", "HOUSING", "少")).then().statusCode(400).extract().asString());
        assertThat(page.select("[id=parts[1].category] option[selected]").val()).isEqualTo("TRANSPORT");
        assertThat(page.getElementById("parts[2].title").val()).isEqualTo("短");
        assertThat(page.select(".error-summary a").eachAttr("href")).contains("#parts[2].title", "#parts[2].content");
        assertThat(page.select(".error-summary a").eachText()).allMatch(each -> each.startsWith("第 3 部分："));

        List<Map<String, String>> most = Collections.nCopies(SplitCase.MAX_PARTS, LIFT);
        Document full = Jsoup.parse(parts(most).formParam("more", "1").post("/staff/cases/" + number + "/split").then()
                .statusCode(400).extract().asString());
        assertThat(full.select("fieldset")).hasSize(SplitCase.MAX_PARTS);
        assertThat(full.select(".error-summary").text()).contains("最多拆成 20 部分");
    }

    @Test
    void saysOnItsPageThatItIsTooLate() {
        String number = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing"));
        assertThat(page("/staff/cases/" + number + "/split").text()).contains("不能再拆分");
        // who had typed already keeps it
        Document late = Jsoup.parse(form(number, LIFT, LAMP).then().statusCode(409).extract().asString());
        assertThat(late.getElementById("parts[1].title").val()).isEqualTo(LAMP.get("title"));
        assertThat(page("/staff/cases/" + number + "/unmerge").text()).contains("没有并入其他案件");
    }

    @Test
    void isForTriageAndForEarlyStagesOnly() {
        String number = Submission.web().caseNumber();
        CHIEF.call(Map.of("parts", List.of(LIFT, LAMP))).post("/api/v1/cases/" + number + "/split").then().statusCode(403);
        split("DZ2025-999999-9", LIFT, LAMP).statusCode(404);
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing"));
        split(number, LIFT, LAMP).statusCode(409);
        String main = Submission.web().caseNumber();
        String member = Submission.web().caseNumber();
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + member + "/merge").then().statusCode(200);
        split(member, LIFT, LAMP).statusCode(409);
    }

    @Test
    void mergesAndUnmergesOnThePages() {
        String main = Submission.web().titled("给河边步道装护栏").caseNumber();
        String one = Submission.web().titled("河边步道要护栏").caseNumber();
        String two = Submission.web().titled("步道边装护栏").caseNumber();

        assertThat(TRIAGE.call().get("/staff/cases/merge").then().statusCode(400).extract().asString())
                .contains("请先勾选要合并的案件");
        merge(main, false).then().statusCode(400);
        Document choose = page("/staff/cases/merge?case=" + one + "&case=" + two + "&q=" + main);
        assertThat(choose.select("input[name=into]").eachAttr("value")).containsExactlyInAnyOrder(one, two, main);
        assertThat(choose.text()).contains("随时可以在案件页撤销合并");
        // looking for another one keeps the chosen one: both are one form
        assertThat(choose.select("form:has(input[name=into]) button[formmethod=get]")).hasSize(1);
        assertThat(
                page("/staff/cases/merge?case=" + one + "&into=" + main + "&q=没有这个词").select("input[name=into][checked]").val())
                .isEqualTo(main);
        Document preview = Jsoup.parse(merge(main, true, one, two).then().statusCode(200).extract().asString());
        assertThat(preview.getElementById("preview").text()).contains(main).doesNotContain(Submission.NAME);
        merge(main, false, one, two).then().statusCode(303);

        assertThat(page("/staff/cases/" + main).select("#ties-members").text()).isNotEmpty();
        assertThat(page("/staff/cases/" + main).text()).contains("来自 3 条建议、1 人").doesNotContain(Submission.PHONE);
        assertThat(page("/staff/cases?q=" + main).text()).contains("来自 3 条建议、1 人");
        Document again = Jsoup.parse(merge(main, false, one).then().statusCode(409).extract().asString());
        assertThat(again.select(".error-text").text()).contains("请先撤销合并");
        unmerge(one, " ").then().statusCode(400);
        unmerge(one, "不是同一件事").then().statusCode(303);
        assertThat(page("/staff/cases/" + one).select("#ties-into")).isEmpty();
    }

    private List<MailKind> kinds(String caseNumber) {
        return QuarkusTransaction.requiringNew()
                .call(() -> mails.of(proposals.byNumber(caseNumber).id()).stream().map(OutboxMail::kind).toList());
    }

    private static Map<String, String> part(String title, String category, String content) {
        return Map.of("title", title, "category", category, "content", content);
    }

    @SafeVarargs
    private static ValidatableResponse split(String caseNumber, Map<String, String>... parts) {
        return TRIAGE.call(Map.of("parts", Arrays.asList(parts))).post("/api/v1/cases/" + caseNumber + "/split").then();
    }

    @SafeVarargs
    private static Response form(String caseNumber, Map<String, String>... parts) {
        return parts(List.of(parts)).post("/staff/cases/" + caseNumber + "/split");
    }

    private static RequestSpecification parts(List<Map<String, String>> parts) {
        RequestSpecification call = TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < parts.size(); i++) {
            String field = "parts[" + i + "].";
            parts.get(i).forEach((name, value) -> call.formParam(field + name, value));
        }
        return call;
    }

    private static Response merge(String into, boolean preview, String... cases) {
        var call = TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("into", into).formParam("case", List.of(cases));
        return (preview ? call.formParam("preview", "1") : call).post("/staff/cases/merge");
    }

    private static Response unmerge(String caseNumber, String reason) {
        return TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("reason", reason).post("/staff/cases/" + caseNumber + "/unmerge");
    }

    private static Document page(String path) {
        return Jsoup.parse(TRIAGE.call().get(path).then().statusCode(200).extract().asString());
    }
}
