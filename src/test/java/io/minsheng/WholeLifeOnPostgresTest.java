package io.minsheng;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.published;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.OnPostgres;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
@QuarkusTestResource(MailServer.class)
class WholeLifeOnPostgresTest extends WholeLife {

    @Test
    void repeatsAVoidVoteAndBlacksOutWordsOfAnOlderVersion() {
        String number = shortlisted(Submission.web());
        String list = frozen(number);
        String vote = "/api/v1/lists/" + list + "/vote";
        Map<String, Object> ballot = Map.of("items", List.of(itemOf(list, number)));
        CHIEF.call().post(vote).then().statusCode(201);
        new StaffUser("leader").call(ballot).post(vote + "/ballots").then().statusCode(200);
        CHIEF.call().post(vote + "/close").then().statusCode(200).body("state", equalTo("VOID"));
        CHIEF.call(Map.of("reason", "两位领导出差")).post(vote + "/again").then().statusCode(200).body("state", equalTo("OPEN"))
                .body("voided[0].ballots", is(1));
        new StaffUser("leader").call(ballot).post(vote + "/ballots").then().statusCode(200);
        CHIEF.call().post(vote + "/close").then().statusCode(200).body("state", equalTo("VOID")).body("voided.size()", is(1));

        decided(list, Map.of(number, Map.of("result", "ADOPTED")));
        published(list);
        String old = given().get("/api/v1/publications/DZ2025").then().extract()
                .path("lists.find { it.list == '" + list + "' }.id");
        TRIAGE.call().post("/api/v1/lists/" + list + "/publication/corrections").then().statusCode(201);
        TRIAGE.complete(claimOn(TRIAGE, "PUBLICATION", list), Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text",
                "经研究，现将项目予以公布。", "correction", "删去不应公开的内容。")).statusCode(200);
        CHIEF.complete(claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(202);
        String task = TRIAGE.call(Map.of("version", old, "reason", "不应公开", "passages", List.of("经研究决定")))
                .post("/api/v1/lists/" + list + "/redactions").then().statusCode(201).extract().path("task");
        CHIEF.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        CHIEF.complete(task, Map.of("outcome", "REDACT")).statusCode(200);
        given().get("/api/v1/publications/DZ2025/versions/" + old).then().statusCode(200)
                .body("text", containsString("【已遮盖个人信息】"));
    }
}
