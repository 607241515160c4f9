package io.minsheng.campaign.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CampaignDatesTest {

    private static final String PATH = "/api/v1/campaigns/DZ2025/dates";
    private static final StaffUser CHIEF = new StaffUser("chief");

    @Test
    void movesTheEndOfTheCall() {
        String closes = OffsetDateTime.parse("2199-01-01T00:00:00+08:00").toString();

        CHIEF.call(Map.of("closes", closes, "reason", "延长征集")).post(PATH).then().statusCode(200)
                .body("state", equalTo("OPEN")).body("closes", equalTo("2199-01-01T00:00:00+08:00"));

        CHIEF.call().get("/api/v1/campaigns/DZ2025").then().body("closes", equalTo("2199-01-01T00:00:00+08:00"));
    }

    @Test
    void saysTheHourOfAnEndThatIsNoMidnight() {
        String before = CHIEF.call().get("/api/v1/campaigns/DZ2025").path("closes");
        CHIEF.call(Map.of("closes", "2199-01-01T12:00:00+08:00", "reason", "中午截止")).post(PATH).then().statusCode(200);
        given().get("/").then().statusCode(200).body(containsString("至 2199年1月1日 12:00。"));
        CHIEF.call().get("/staff/campaigns/DZ2025").then().statusCode(200).body(containsString("现在定于当天 12:00 截止"));
        CHIEF.call(Map.of("closes", before, "reason", "恢复")).post(PATH).then().statusCode(200);
        given().get("/").then().statusCode(200)
                .body(containsString("至 " + Shanghai.sayEnd(OffsetDateTime.parse(before).toInstant()) + "。"));
    }

    @Test
    void needsAReasonAnOrderAndTheChief() {
        CHIEF.call(Map.of("closes", "2199-01-01T00:00:00+08:00")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("reason"));
        CHIEF.call(Map.of("closes", "2001-01-01T00:00:00+08:00", "reason", "提前")).post(PATH).then().statusCode(400)
                .body("violations.field", hasItem("closes"));
        for (String year : List.of("+999999999", "+10000", "1999", "-0044")) {
            CHIEF.call(Map.of("closes", year + "-01-01T00:00:00+08:00", "reason", "改期")).post(PATH).then().statusCode(400)
                    .body("violations.field", hasItem("closes"));
        }
        CHIEF.call("{\"closes\": 1e30, \"reason\": \"改期\"}").post(PATH).then().statusCode(400);
        CHIEF.call(Map.of("closes", "tomorrow", "reason", "提前")).post(PATH).then().statusCode(400);
        CHIEF.call(Map.of("ends", "x")).post(PATH).then().statusCode(400);
        CHIEF.call(Map.of("reason", "没有这个活动")).post("/api/v1/campaigns/NONE/dates").then().statusCode(404);
        new StaffUser("triage").call(Map.of("reason", "无权")).post(PATH).then().statusCode(403);
    }
}
