package io.minsheng.publication.answer;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerDrafted;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.declined;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class BulkAnswersTest {

    private static final String CALL = "/api/v1/campaigns/DZ2025/answers";
    private static final String ELSEWHERE = "/api/v1/campaigns/DZ2024/answers";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    Answers answers;
    @Inject
    Clockwork clockwork;

    @Test
    void beginsFromTheWordsOfTheOfficeWithTheReasonInThem() {
        int version = TRIAGE.call().get(CALL + "/templates").then().statusCode(200).extract()
                .path("find { it.disposition == 'NOT_ADOPTED' }.version");
        String words = "您好！关于“〔建议标题〕”，研究情况如下。\n理由：〔理由〕\n欢迎继续建言。";
        TRIAGE.call(Map.of("version", version, "text", words)).put(CALL + "/templates/NOT_ADOPTED").then().statusCode(200)
                .body("version", equalTo(version + 1));
        try {
            String number = declined(Submission.web().titled("给老旧小区装灯"));

            assertThat(answer(number).text()).isEqualTo("您好！关于“给老旧小区装灯”，研究情况如下。\n理由：与在建项目重复。\n欢迎继续建言。");
            TRIAGE.call(Map.of("version", version, "text", words)).put(CALL + "/templates/NOT_ADOPTED").then().statusCode(409);
            TRIAGE.call(Map.of("text", "关于〔项目名称〕的答复，请查收。")).put(CALL + "/templates/NOT_ADOPTED").then().statusCode(400)
                    .body("violations[0].message", containsString("〔项目名称〕"));
            TRIAGE.call(Map.of("text", words)).put(CALL + "/templates/MERGED").then().statusCode(404);
            new StaffUser("leader").call(Map.of("text", words)).put(CALL + "/templates/NOT_ADOPTED").then().statusCode(403);
            String page = "/staff/answers/templates/DZ2025";
            TRIAGE.call().get(page).then().statusCode(200).body(containsString("第 " + (version + 1) + " 版"));
            TRIAGE.call().contentType(FORM).formParam("disposition", "NOT_ADOPTED").formParam("outcome", "PREVIEW")
                    .formParam("text", "预览：〔建议标题〕〔理由〕").formParam("caseNumber", number).post(page).then().statusCode(200)
                    .body(containsString("预览：给老旧小区装灯与在建项目重复。"));
        } finally {
            TRIAGE.call(Map.of("text", AnswerTexts.wording(Disposition.NOT_ADOPTED)))
                    .put(CALL + "/templates/NOT_ADOPTED").then().statusCode(200);
        }
    }

    @Test
    void leavesOutLinesForWhichThereIsNothing() {
        assertThat(TemplateField.fill("甲〔理由〕\n\n\n乙〔完成时限〕\n丙", Map.of(TemplateField.REASON, "好〔完成时限〕")))
                .isEqualTo("甲好〔完成时限〕。\n\n丙");
    }

    @Test
    void plansWhoGetsWhatAndSendsNothing() {
        String number = declined(Submission.web());
        JsonPath row = row(number);

        assertThat(row.getString("state")).isEqualTo("DRAFTING");
        assertThat(row.getString("way")).isEqualTo("EMAIL");
        assertThat(row.getString("to")).contains("***");
        assertThat(row.getList("missing")).contains("尚未起草");
        answerDrafted(number, "EMAIL");
        assertThat(row(number).getList("missing")).doesNotContain("尚未起草");
        assertThat(answer(number).state()).isEqualTo(AnswerState.DRAFTED);
        TRIAGE.call().get("/staff/answers/batch/DZ2025?state=DRAFTED").then().statusCode(200).body(containsString(number))
                .body(not(containsString(Submission.NAME)));
        TRIAGE.call().get("/staff/answers/batch/DZ2025?state=OTHER").then().statusCode(400);
        TRIAGE.call().get("/staff/answers/batch/XX2025").then().statusCode(404);
        new StaffUser("leader").call().get(CALL + "/dry-run").then().statusCode(403);
    }

    @Test
    void draftsAndSignsManyWithTheChecksOfEach() {
        String one = declined(Submission.web());
        String two = declined(Submission.web());
        String leaky = declined(Submission.web());
        List<String> ids = List.of(id(one), id(two));
        bulk(TRIAGE, Map.of("ids", ids, "action", "DRAFT", "text", "统一答复：您的建议已经研究，感谢您。"))
                .body("results.status", equalTo(List.of(200, 200)));
        bulk(TRIAGE, Map.of("ids", List.of(id(leaky)), "action", "DRAFT", "text", "请联系 13800007777 的" + Submission.NAME))
                .body("results[0].status", equalTo(200));
        bulk(TRIAGE, Map.of("ids", ids, "action", "RELEASE")).body("results.status", equalTo(List.of(403, 403)));
        List<String> all = new ArrayList<>(ids);
        all.add(id(leaky));
        all.add("unknown");

        CHIEF.call(Map.of("ids", ids, "action", "RELEASE")).post(ELSEWHERE + "/bulk").then().statusCode(200)
                .body("results.status", equalTo(List.of(404, 404)));
        bulk(CHIEF, Map.of("ids", all, "action", "RELEASE")).body("results.status", equalTo(List.of(200, 200, 409, 404)))
                .body("results[2].detail", containsString("手机号码")).body("results[2].detail", containsString("姓名"));

        assertThat(answer(one).text()).startsWith("统一答复");
        assertThat(answer(one).releasedBy()).isEqualTo("chief");
        assertThat(answer(leaky).state()).isEqualTo(AnswerState.DRAFTED);
        bulk(CHIEF, Map.of("ids", List.of(id(one)), "action", "RELEASE")).body("results[0].status", equalTo(409));
        bulk(CHIEF, Map.of("ids", List.of(), "action", "RELEASE"), 400);
        bulk(CHIEF, Map.of("ids", ids), 400);
    }

    @Test
    void warnsWhoSignsOneOfThePersonalDataOfOthers() {
        String main = Submission.web().caseNumber();
        String other = Submission.letter().by(new Proposer(ProposerKind.RESIDENT, "欧阳附议", null, null, "大足区一环北路 2 号", true))
                .caseNumber();
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + other + "/merge").then().statusCode(200);
        TRIAGE.settle("TRIAGE", main, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求"));
        String task = TRIAGE.claim("ANSWER", main);
        TRIAGE.complete(task, Map.of("outcome", "SUBMIT", "text", "您和欧阳附议的建议已经研究，请联系 13800007777。", "way", "ONLINE"))
                .statusCode(200);

        bulk(CHIEF, Map.of("ids", List.of(id(main)), "action", "RELEASE")).body("results.status", equalTo(List.of(409)))
                .body("results[0].detail", containsString("并入建议的建议人或附议人的姓名"));
        String release = CHIEF.claim("ANSWER", main);
        CHIEF.call().get("/staff/tasks/answer/" + release).then().statusCode(200).body(containsString("答复中疑似有个人信息"))
                .body(containsString("并入建议的建议人或附议人的姓名")).body(containsString("手机号码：138****7777"));
        CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(202);
    }

    @Test
    void doesNotLetADrafterSignInBulk() {
        String number = declined(Submission.web());
        CHIEF.complete(answerDrafted(number, "ONLINE"), Map.of("outcome", "RETURN", "reason", "请再看看")).statusCode(200);
        String page = "/staff/answers/batch/DZ2025";
        TRIAGE.call().contentType(FORM).formParam("ids", id(number)).formParam("action", "DRAFT").post(page).then()
                .statusCode(200)
                .body(containsString("✓ " + number));
        TRIAGE.call().contentType(FORM).formParam("ids", id(number)).formParam("action", "RELEASE").post(page).then()
                .statusCode(200).body(containsString("■ " + number));
        assertThat(answer(number).state()).isEqualTo(AnswerState.DRAFTED);
    }

    @Test
    void losesNothingThatWasTypedWhenNothingOrTooLittleWasChosen() {
        String number = declined(Submission.web());
        String page = "/staff/answers/batch/DZ2025";
        TRIAGE.call().contentType(FORM).formParam("text", "写了很久的统一答复。").formParam("action", "DRAFT").formParam("page", "0")
                .post(page).then().statusCode(400).body(containsString("写了很久的统一答复。")).body(containsString("href=\"#ids\""));
        CHIEF.call().contentType(FORM).formParam("ids", id(number)).formParam("holdMinutes", "60").formParam("action", "NONE")
                .post(page).then().statusCode(400).body(containsString("id=\"pick-" + id(number) + "\" checked"))
                .body(containsString("value=\"60\" selected"));
        CHIEF.complete(answerDrafted(number, "ONLINE"), Map.of("outcome", "RELEASE", "holdMinutes", 30)).statusCode(200);
        String stop = page + "/" + id(number) + "/stop";
        CHIEF.call().contentType(FORM).formParam("reason", " ").post(stop).then().statusCode(400)
                .body(containsString("href=\"#stop-" + id(number) + "\""))
                .body(containsString("id=\"stop-" + id(number) + "-error\""));
        CHIEF.call().contentType(FORM).formParam("reason", "写错了单位").post(stop).then().statusCode(200)
                .body(containsString("✓ " + number));
        TRIAGE.call().contentType(FORM).formParam("disposition", "NOT_ADOPTED").formParam("text", "太短")
                .formParam("outcome", "SAVE")
                .post("/staff/answers/templates/DZ2025").then().statusCode(400).body(containsString("太短"))
                .body(containsString("id=\"text-NOT_ADOPTED-error\""));
    }

    @Test
    void isHeldBackAndCanBeStopped() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求"));
        String tracking = "/api/v1/proposals/" + number + "?code=" + receipt.queryCode();
        String release = answerDrafted(number, "ONLINE");
        CHIEF.complete(release, Map.of("outcome", "RELEASE", "holdMinutes", 100000)).statusCode(400)
                .body("violations.field", hasItem("holdMinutes"));
        CHIEF.complete(release, Map.of("outcome", "RELEASE", "holdMinutes", 30)).statusCode(200);
        assertThat(answer(number).state()).isEqualTo(AnswerState.HELD);
        given().get(tracking).then().body("stage.code", equalTo("TRIAGE")).body("answer", nullValue());
        TRIAGE.call().get("/staff/answers/batch/DZ2025?state=HELD").then().statusCode(200).body(containsString("停发，退回起草"));

        String stop = CALL + "/" + id(number) + "/stop";
        CHIEF.call(Map.of("reason", "")).post(stop).then().statusCode(400);
        new StaffUser("leader").call(Map.of("reason", "不合适")).post(stop).then().statusCode(403);
        CHIEF.call(Map.of("reason", "发现写错了单位")).post(ELSEWHERE + "/" + id(number) + "/stop").then().statusCode(404);
        CHIEF.call(Map.of("reason", "发现写错了单位")).post(stop).then().statusCode(204);
        CHIEF.call(Map.of("reason", "再停一次")).post(stop).then().statusCode(409);

        assertThat(answer(number).state()).isEqualTo(AnswerState.RETURNED);
        String draft = TRIAGE.claim("ANSWER", number);
        TRIAGE.call().get("/staff/tasks/answer/" + draft).then().statusCode(200).body(containsString("发现写错了单位"));
        TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "text", "您好，更正后的答复如下。", "way", "ONLINE")).statusCode(200);
        CHIEF.settle("ANSWER", number, Map.of("outcome", "RELEASE", "holdMinutes", 30));
        assertThat(clockwork.fireTimers(ProcessKey.ANSWER, number)
                + clockwork.fireTimers(number)).isPositive();
        assertThat(answer(number).state()).isEqualTo(AnswerState.DELIVERED);
        assertThat(answer(number).releasedBy()).isEqualTo("chief");
        given().get(tracking).then().body("stage.code", equalTo("REFERRED")).body("answer.text", containsString("更正后的答复"));
    }

    @Test
    void printsAllLettersThatAreDueAndNotesThemAsPosted() {
        String one = letter("写信人一");
        String two = letter("写信人二");

        TRIAGE.call().get("/staff/answers/batch/DZ2025/letters").then().statusCode(200).body(containsString("写信人一"))
                .body(containsString("写信人二")).body(containsString("一环北路")).body(containsString("全部登记为今天寄出"));

        new StaffUser("leader").call().get("/staff/answers/batch/DZ2025/letters").then().statusCode(403);
        bulk(TRIAGE, Map.of("ids", List.of(id(one), id(two)), "action", "DELIVER", "on",
                Shanghai.date(Instant.now()).toString(), "note", "已寄出")).body("results.status", equalTo(List.of(200, 200)));
        assertThat(answer(one).state()).isEqualTo(AnswerState.DELIVERED);
        TRIAGE.call().get("/staff/answers/batch/DZ2025/letters").then().statusCode(200).body(not(containsString("写信人一")));
    }

    @Test
    void countsOnlyWhatCanBePostedTowardsThePrint() {
        String unreachable = declined(Submission.web().reachableBy(null, "nobody@example.cn"));
        String later = letter("写信人三");
        answerReleased(unreachable, "ONLINE");
        QuarkusTransaction.requiringNew().run(() -> answers.byId(id(unreachable)).undeliverable("没有这个邮箱"));

        List<String> due = QuarkusTransaction.requiringNew()
                .call(() -> answers.lettersDue("DZ2025", 1000).stream().map(Answer::id).toList());

        assertThat(due).contains(id(later)).doesNotContain(id(unreachable));
        bulk(TRIAGE, Map.of("ids", List.of(id(later)), "action", "DELIVER", "on", Shanghai.date(Instant.now()).toString()))
                .body("results.status", equalTo(List.of(200)));
        QuarkusTransaction.requiringNew()
                .run(() -> answers.byId(id(unreachable)).delivered(Shanghai.date(Instant.now())));
    }

    private static String letter(String name) {
        String number = declined(Submission.letter()
                .by(new Proposer(ProposerKind.RESIDENT, name, null, null, "大足区棠香街道一环北路 1 号", true)));
        answerReleased(number, "LETTER");
        return number;
    }

    @Test
    void goesOutToThePlatformForShortMessagesAndComesBack() {
        String one = declined(Submission.web().reachableBy("13800001111", null));
        String two = declined(Submission.web().reachableBy("13800002222", null));
        answerReleased(one, "SMS");
        answerReleased(two, "SMS");

        String csv = new String(TRIAGE.call().get(CALL + "/sms.csv").then().statusCode(200).extract().asByteArray(),
                StandardCharsets.UTF_8);

        assertThat(csv).contains("\"" + id(one) + "\",\"" + one + "\",\"13800001111\"").contains("现答复如下")
                .contains("13800002222");
        new StaffUser("auditor").call().queryParam("caseNumber", one).get("/api/v1/audit").then().body("items.detail",
                hasItem("导出待发短信"));
        new StaffUser("leader").call().get(CALL + "/sms").then().statusCode(403);
        TRIAGE.call().contentType("text/csv; charset=UTF-8").body("答复编号,结果\n" + id(one) + ",也许\n").post(CALL + "/sms/results")
                .then().statusCode(400).body("violations[0].message", containsString("第 2 行"));
        TRIAGE.call().contentType("text/csv; charset=UTF-8")
                .body("答复编号,结果,日期,说明\n" + id(one) + ",成功,,回执 0\n\"" + id(two) + "\",失败,,空号\n")
                .post(CALL + "/sms/results").then().statusCode(200).body("results.status", equalTo(List.of(200, 200)));
        assertThat(answer(one).state()).isEqualTo(AnswerState.DELIVERED);
        assertThat(answer(two).state()).isEqualTo(AnswerState.RELEASED);
        assertThat(answer(two).deliveryNote()).isEqualTo("短信未送达：空号");
        TRIAGE.call(Map.of("results",
                List.of(Map.of("answer", id(two), "sent", false), Map.of("answer", id(two), "sent", true))))
                .post(ELSEWHERE + "/sms/results").then().statusCode(200).body("results.status", equalTo(List.of(404, 404)));
        TRIAGE.call(Map.of("results", List.of(Map.of("answer", id(one), "sent", false)))).post(CALL + "/sms/results").then()
                .statusCode(200).body("results[0].status", equalTo(409));
    }

    private static ValidatableResponse bulk(StaffUser who, Map<String, ?> body) {
        return bulk(who, body, 200);
    }

    private static ValidatableResponse bulk(StaffUser who, Map<String, ?> body, int status) {
        return who.call(new HashMap<>(body)).post(CALL + "/bulk").then().statusCode(status);
    }

    /** The row of a case in the dry run. */
    private JsonPath row(String caseNumber) {
        String id = id(caseNumber);
        for (int page = 0;; page++) {
            JsonPath answer = TRIAGE.call().queryParam("page", page).queryParam("size", 200).get(CALL + "/dry-run").then()
                    .statusCode(200).extract().jsonPath();
            if (answer.getList("answers.items.id").contains(id)) {
                return answer.setRootPath("answers.items.find { it.id == '" + id + "' }");
            }
            assertThat(answer.getList("answers.items")).as("pages of the dry run").isNotEmpty();
        }
    }

    private String id(String caseNumber) {
        return answer(caseNumber).id();
    }

    private Answer answer(String caseNumber) {
        return QuarkusTransaction.requiringNew().call(() -> answers.ofCase(caseNumber));
    }
}
