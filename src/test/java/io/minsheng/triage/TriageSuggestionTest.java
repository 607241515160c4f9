package io.minsheng.triage;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TriageSuggestionTest {

    private static final String PATH = "/api/v1/cases/{number}/triage-suggestion";

    @BeforeEach
    void waitUntilLearned() {
        String number = Submission.web().caseNumber();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> TRIAGE.call().get(PATH, number).then().statusCode(200)
                .extract().path("categories.ready"));
    }

    @Test
    void suggestsThreeCategoriesWithTheirProbability() {
        String number = Submission.web().in("OTHER").titled("增开到乡镇的公交车").saying("公交末班车太早，公交站没有候车亭，请增开公交线路，延长末班车时间。")
                .caseNumber();

        TRIAGE.call().get(PATH, number).then().statusCode(200).body("categories.sure", is(true))
                .body("categories.items", hasSize(3)).body("categories.items[0].category", is("TRANSPORT"))
                .body("categories.items[0].name", is("交通出行")).body("categories.items[0].probability", greaterThan(0.5f));
    }

    @Test
    void saysSoWhenItIsNotSure() {
        String number = Submission.web().titled("哈哈哈哈哈哈").saying("一二三四五六七八九十，甲乙丙丁戊己庚辛。").caseNumber();

        TRIAGE.call().get(PATH, number).then().body("categories.ready", is(true)).body("categories.sure", is(false));
        String task = TRIAGE.claim("TRIAGE", number);
        assertThat(TRIAGE.call().get("/staff/tasks/triage/" + task).then().statusCode(200).extract().asString())
                .contains("没有把握");
    }

    @Test
    void routesByCategoryTownshipAndWordsAndSaysWhy() {
        String lift = Submission.web().in("HOUSING").at("longshui").titled("老楼加装电梯").saying("我们这栋楼六层，想加装电梯。").caseNumber();
        String gym = Submission.web().in("FITNESS").at("longshui").titled("修一个篮球场").saying("年轻人没有地方打球，请修一个篮球场。").caseNumber();

        TRIAGE.call().get(PATH, lift).then().body("departments.lead", is("housing"))
                .body("departments.assistants", contains("market-regulation", "planning-resources"))
                .body("departments.reason", containsString("电梯"));
        TRIAGE.call().queryParam("category", "URBAN_GOVERNANCE").get(PATH, lift).then().body("departments.lead",
                is("city-management")).body("departments.assistants", contains("longshui"));
        TRIAGE.call().get(PATH, gym).then().body("departments.lead", nullValue())
                .body("departments.assistants", contains("longshui")).body("departments.reason", containsString("请指定"));
    }

    @Test
    void fillsThePageInBeforehandAndForcesNothing() {
        String number = Submission.web().in("HOUSING").at("longshui").titled("公交站旁的老楼加装电梯").saying("公交站旁的老楼没有电梯。").caseNumber();
        String task = TRIAGE.claim("TRIAGE", number);

        String page = TRIAGE.call().get("/staff/tasks/triage/" + task).then().statusCode(200).extract().asString();
        assertThat(page).contains("程序建议", "加装和更换电梯由住房城乡建委牵头").containsPattern("value=\"housing\" ?selected")
                .containsPattern("value=\"market-regulation\" checked");

        String chosen = TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("outcome", "ACCEPT").formParam("category", "HOUSING").formParam("leadDepartment", "housing")
                .formParam("note", "请尽快").formParam("suggested", "TRANSPORT").post("/staff/tasks/triage/" + task).then()
                .statusCode(200).extract().asString();
        assertThat(chosen).contains("请尽快", "公交客运由交通局牵头").containsPattern("value=\"TRANSPORT\" ?selected")
                .containsPattern("value=\"transport\" ?selected").doesNotContain("value=\"market-regulation\" checked");

        TRIAGE.complete(task, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "finance",
                "assistDepartments", List.of())).statusCode(200);
    }

    @Test
    void isForThoseWhoSortAndOversee() {
        String number = Submission.web().caseNumber();

        new StaffUser("leader").call().get(PATH, number).then().statusCode(200);
        new StaffUser("dept-housing").call().get(PATH, number).then().statusCode(403);
        new StaffUser("desk-tangxiang").call().get(PATH, number).then().statusCode(403);
        given().get(PATH, number).then().statusCode(401);
        TRIAGE.call().get(PATH, "DZ2025-999999-9").then().statusCode(404);
        TRIAGE.call().queryParam("category", "NOPE").get(PATH, number).then().statusCode(400).body("violations[0].field",
                is("category"));
    }
}
