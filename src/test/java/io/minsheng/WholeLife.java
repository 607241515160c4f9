package io.minsheng;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.projectOf;
import static io.minsheng.fixture.Handling.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.intake.mail.PollMailbox;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.ProcessKey;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/**
 * A suggestion from each of three ways, form, mailbox and desk, goes all the way to the published list, and its author sees
 * each stage and gets an answer. Run on each database.
 */
abstract class WholeLife {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SENDER = "whole-life@example.cn";
    private static final Pattern NUMBER = Pattern.compile("DZ2025-\\d{6}-\\d");
    private static final Pattern CODE = Pattern.compile("查询码[：:]\\s*([2-9A-Z]{8})");

    @Inject
    SendOutbox sendOutbox;
    @Inject
    PollMailbox pollMailbox;
    @Inject
    Clockwork clockwork;

    GreenMail mails;

    private record Case(String number, String code) {
    }

    @Test
    void threeWaysInAndThreeAnswersOut() throws Exception {
        Case web = byForm();
        Case mail = byMail();
        Case letter = byLetter();
        List<Case> all = List.of(web, mail, letter);
        all.forEach(each -> sees(each, "RECEIVED"));

        all.forEach(each -> TRIAGE.claim("TRIAGE", each.number()));
        all.forEach(each -> sees(each, "TRIAGE"));
        all.forEach(each -> settle(TRIAGE, "TRIAGE", each, Map.of("outcome", "ACCEPT", "category", "EDUCATION",
                "leadDepartment", "education", "assistDepartments", List.of("finance"))));
        all.forEach(each -> sees(each, "EVALUATION"));
        all.forEach(this::evaluate);
        all.forEach(each -> sees(each, "CONCLUSION"));
        all.forEach(each -> settle(TRIAGE, "CONCLUSION", each, Map.of("outcome", "SHORTLIST", "reason", "条件成熟")));
        all.forEach(each -> sees(each, "SHORTLISTED"));

        String list = frozen(web.number(), mail.number(), letter.number());
        all.forEach(each -> sees(each, "DECISION"));
        decided(list, Map.of(web.number(), Map.of("result", "ADOPTED"), mail.number(), Map.of("result", "ADOPTED"),
                letter.number(), Map.of("result", "ADOPTED")));
        all.forEach(each -> sees(each, "DECISION"));
        published(list);
        all.forEach(each -> sees(each, "PUBLISHED"));
        assertThat(list(list).getString("state")).isEqualTo("PUBLISHED");
        assertThat(given().get("/api/v1/publications/DZ2025").then().statusCode(200).extract().asString())
                .contains("老旧小区加装电梯");

        answers(web, mail, letter);
        implement(list, all);
    }

    /** The lead department reports two months; the second time all is done. */
    private void implement(String list, List<Case> all) {
        StaffUser lead = new StaffUser("dept-housing");
        List<String> projects = all.stream().map(each -> projectOf(list, itemOf(list, each.number()))).distinct().toList();
        String month = today().substring(0, 7);
        projects.forEach(each -> lead.complete(claimOn(lead, "PROGRESS", each), Map.of("outcome", "REPORT", "month", month,
                "status", "THIS_YEAR", "text", "已完成招标，正在施工。", "value", 6, "invested", 120.5)).statusCode(202));
        all.forEach(each -> await().atMost(PATIENCE).untilAsserted(() -> sees(each, "IMPLEMENTING")));
        projects.forEach(
                each -> await().atMost(PATIENCE).until(() -> clockwork.fireTimers(ProcessKey.IMPLEMENTATION, each) > 0));
        projects.forEach(each -> lead.complete(claimOn(lead, "PROGRESS", each), Map.of("outcome", "REPORT", "month", month,
                "status", "COMPLETED", "text", "全部完工，通过验收。", "value", 20, "invested", 300)).statusCode(202));
        all.forEach(each -> await().atMost(PATIENCE).untilAsserted(() -> sees(each, "COMPLETED")));
        assertThat(tracking(all.get(0)).getString("project.progress.text")).isEqualTo("全部完工，通过验收。");
        assertThat(given().get("/api/v1/publications/DZ2025.csv").then().statusCode(200).extract().asString())
                .contains("全部完工，通过验收。");
    }

    private Case byForm() {
        JsonPath receipt = given().contentType(ContentType.JSON).body(Map.of("campaign", "DZ2025", "title", "给教室换护眼灯",
                "category", "EDUCATION", "content", "教室里的灯有的闪，有的坏了不换，请换成护眼灯。", "consent", true, "proposer",
                Map.of("kind", "RESIDENT", "name", "测试乙", "phone", "13800005678", "replyWanted", true)))
                .post("/api/v1/proposals").then().statusCode(201).extract().jsonPath();
        return new Case(receipt.getString("caseNumber"), receipt.getString("queryCode"));
    }

    private Case byMail() throws Exception {
        MimeMessage message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(MailServer.MAILBOX));
        message.setSubject("大足区2025年重点民生实事建议征集：乡镇小学改造操场", "UTF-8");
        message.setText("我们镇小学的操场一下雨就积水，孩子们没法上体育课，请改造成塑胶操场。", "UTF-8");
        message.saveChanges();
        mails.getUserManager().getUser(MailServer.MAILBOX).deliver(message);
        pollMailbox.poll();
        String receipt = lastMailToSender();
        Matcher number = NUMBER.matcher(receipt);
        Matcher code = CODE.matcher(receipt);
        assertThat(number.find() && code.find()).as(receipt).isTrue();
        return new Case(number.group(), code.group(1));
    }

    private Case byLetter() {
        JsonPath receipt = new StaffUser("desk-tangxiang").call(Map.of("campaign", "DZ2025", "channel", "LETTER", "receivedOn",
                today(), "postmarkedOn", today(), "title", "村小增加一辆校车", "category", "EDUCATION", "content",
                "娃儿上学要走五里山路，雨天路滑，请给村小增加一辆校车。", "proposer", Map.of("kind", "RESIDENT", "name", "测试丙", "address",
                        "大足区棠香街道示范路1号", "replyWanted", true)))
                .post("/api/v1/desk/proposals").then().statusCode(201).extract().jsonPath();
        return new Case(receipt.getString("caseNumber"), receipt.getString("queryCode"));
    }

    private void evaluate(Case each) {
        settle(new StaffUser("dept-education"), "EVALUATION", each, Map.of("outcome", "SUBMIT", "scores",
                Map.of("INCLUSIVENESS", 4, "EFFECTIVENESS", 5, "FEASIBILITY", 4, "MEASURABILITY", 4), "recommendation",
                "ADOPT", "opinion", "可以在年内完成。", "thisYear", "FULL"));
        settle(new StaffUser("dept-finance"), "EVALUATION", each,
                Map.of("outcome", "SUBMIT", "recommendation", "ADOPT", "opinion", "资金可以保障。"));
    }

    private void answers(Case web, Case mail, Case letter) throws Exception {
        for (Case each : List.of(web, mail, letter)) {
            String way = each == mail ? "EMAIL" : each == letter ? "LETTER" : "PHONE";
            settle(TRIAGE, "ANSWER", each, Map.of("outcome", "SUBMIT", "text", "您好，您的建议已纳入项目。", "way", way));
            settle(CHIEF, "ANSWER", each, Map.of("outcome", "RELEASE"));
        }
        assertThat(lastMailToSender()).contains("您的建议已纳入项目");
        assertThat(TRIAGE.tasks("ANSWER", mail.number())).as("the server took the mail: nothing left to do").isEmpty();
        settle(TRIAGE, "ANSWER", letter, Map.of("outcome", "DONE", "on", today()));
        settle(TRIAGE, "ANSWER", web, Map.of("outcome", "DONE", "on", today(), "note", "电话告知"));
        for (Case each : List.of(web, mail, letter)) {
            assertThat(tracking(each).getString("answer.text")).contains("您的建议已纳入项目");
            assertThat(TRIAGE.call().get("/api/v1/cases/" + each.number()).then().statusCode(200).extract().asString())
                    .contains("PUBLISHED");
        }
    }

    private static void settle(StaffUser who, String queue, Case each, Map<String, ?> body) {
        who.settle(queue, each.number(), body);
    }

    private static String today() {
        return Shanghai.date(Instant.now()).toString();
    }

    private static void sees(Case each, String stage) {
        assertThat(tracking(each).getString("stage.code")).as(each.number()).isEqualTo(stage);
    }

    private static JsonPath tracking(Case each) {
        return given().get("/api/v1/proposals/" + each.number() + "?code=" + each.code()).then().statusCode(200).extract()
                .jsonPath();
    }

    private String lastMailToSender() throws MessagingException, IOException {
        sendOutbox.send();
        List<MimeMessage> received = MailServer.postbag(mails, SENDER);
        assertThat(received).isNotEmpty();
        return String.valueOf(received.get(received.size() - 1).getContent());
    }
}
