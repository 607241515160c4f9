package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@DisplayName("A mail that comes as a file")
class UploadMailTest {

    private static final StaffUser TRIAGE = new StaffUser("triage");

    @Test
    void isRefusedAtItsFieldWhenEmptyAndTheListStaysAsItWas() {
        Document page = uploaded("空的.eml");

        assertThat(page.select(".error-summary a[href=#file]").text()).contains("文件是空的");
        assertThat(page.getElementById("file-error").text()).contains("请选择 .eml 邮件文件");
        assertThat(page.getElementById("q").val()).isEqualTo("找不到的主题");
        assertThat(page.select("form[enctype] input[name=q]").val()).isEqualTo("找不到的主题");
        assertThat(page.select("a[aria-current=true]").attr("href")).contains("state=REVIEW");
    }

    @Test
    void isAskedForWhenNoneWasChosen() {
        assertThat(uploaded("").getElementById("file-error").text()).isEqualTo("请选择 .eml 邮件文件。");
    }

    @Test
    void isRefusedInACall() {
        TRIAGE.call().contentType("message/rfc822").body(new byte[0]).post("/api/v1/mailbox/messages").then().statusCode(400)
                .body("violations[0].field", equalTo("file"));
    }

    @Test
    void hasAReasonAndAMessageIdInCallsAlsoWhereThereIsNone() {
        String mail = "From: testxin@example.invalid\r\nSubject: =?UTF-8?B?5LiN5ZCr57yW5Y+355qE5rWL6K+V6YKu5Lu2?=\r\n\r\nhello\r\n";
        JsonPath uploaded = TRIAGE.call().contentType("message/rfc822").body(mail.getBytes(US_ASCII))
                .post("/api/v1/mailbox/messages").then().statusCode(201).extract().jsonPath();
        Map<String, Object> full = TRIAGE.call().get("/api/v1/mailbox/messages/" + uploaded.getString("id")).then()
                .statusCode(200)
                .extract().jsonPath().getMap("");

        assertThat(uploaded.getMap("")).containsKeys("reason", "messageId");
        assertThat(full).containsKeys("reason", "messageId");
    }

    private static Document uploaded(String name) {
        return Jsoup.parse(TRIAGE.call().multiPart("file", name, new byte[0], "message/rfc822").multiPart("state", "REVIEW")
                .multiPart("q", "找不到的主题", "text/plain; charset=UTF-8").post("/staff/mailbox").then().statusCode(400).extract()
                .asString());
    }
}
