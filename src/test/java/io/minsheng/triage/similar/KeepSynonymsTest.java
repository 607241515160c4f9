package io.minsheng.triage.similar;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.AtOnce;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeepSynonymsTest {

    private static final String PATH = "/api/v1/synonyms";
    private static final StaffUser ADMIN = new StaffUser("admin");

    private static List<String> othersOf(String word) {
        return TRIAGE.call().get(PATH).then().statusCode(200).extract().path("items.find { it.word == '" + word + "' }.others");
    }

    @Test
    void countsAtOnceAndIsAudited() {
        String first = Submission.web().at("longshui").titled("请多放几处饮马槽").saying("饮马槽太少，牵马来赶场的人没处歇脚。").caseNumber();
        String second = Submission.web().at("longshui").titled("请添几处石水缸").saying("石水缸太少，牵马来赶场的人要排很久的队，天热更难等。").caseNumber();
        Float before = score(second, first);

        CHIEF.call(Map.of("others", List.of("石水缸", "马水凼"))).put(PATH + "/饮马槽").then().statusCode(200)
                .body("word", is("饮马槽")).body("own", is(true)).body("shipped", is(false));

        assertThat(score(second, first)).isGreaterThan(before == null ? 0 : before);
        assertThat(othersOf("饮马槽")).containsExactly("石水缸", "马水凼");
        new StaffUser("auditor").call().get("/api/v1/audit").then().statusCode(200)
                .body("items.action", hasItem("SYNONYMS_CHANGED"));

        ADMIN.call().delete(PATH + "/饮马槽").then().statusCode(204);
        assertThat(othersOf("饮马槽")).isNull();
        assertThat(score(second, first)).isEqualTo(before);
    }

    private static Float score(String of, String other) {
        return TRIAGE.call().get("/api/v1/cases/" + of + "/similar").then().statusCode(200).extract()
                .path("items.find { it.caseNumber == '" + other + "' }.score");
    }

    @Test
    void takesAwayAndBringsBackWhatComesWithTheProgram() {
        ADMIN.call().delete(PATH + "/图书馆").then().statusCode(204);
        assertThat(othersOf("图书馆")).isEmpty();
        assertThat(TRIAGE.call().get("/staff/synonyms").then().statusCode(200).extract().asString()).contains("（已去掉）");

        ADMIN.call().post(PATH + "/图书馆/restore").then().statusCode(204);
        assertThat(othersOf("图书馆")).contains("农家书屋");
        ADMIN.call().delete(PATH + "/没有这组").then().statusCode(404);
        ADMIN.call().post(PATH + "/没有这组/restore").then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoWordOrInAnotherRow() {
        for (List<String> others : List.of(List.<String> of(), List.of("字"), List.of("字".repeat(21)), List.of("紫藤架"),
                List.of("洗手间"), List.of("公厕"))) {
            ADMIN.call(Map.of("others", others)).put(PATH + "/紫藤架").then().statusCode(400).body("violations.field",
                    hasItem("others"));
        }
        ADMIN.call(Map.of("others", List.of("花架"))).put(PATH + "/洗手间").then().statusCode(400)
                .body("violations[0].field", is("word")).body("violations[0].message", containsString("公厕"));
        ADMIN.call("{}").put(PATH + "/紫藤架").then().statusCode(400);
        assertThat(othersOf("紫藤架")).isNull();
    }

    @Test
    void isAddedOnceByTwoAtTheSameMoment() throws Exception {
        List<Integer> statuses = AtOnce
                .each(() -> CHIEF.call(Map.of("others", List.of("木廊桥"))).put(PATH + "/风雨廊桥").statusCode());

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(othersOf("风雨廊桥")).containsExactly("木廊桥");
        CHIEF.call().delete(PATH + "/风雨廊桥").then().statusCode(204);
    }

    @Test
    void isChangedByTheChiefAndTheAdministratorOnly() {
        TRIAGE.call(Map.of("others", List.of("花架"))).put(PATH + "/紫藤架").then().statusCode(403);
        TRIAGE.call().delete(PATH + "/公厕").then().statusCode(403);
        new StaffUser("dept-housing").call().get(PATH).then().statusCode(403);
        String page = TRIAGE.call().get("/staff/synonyms").then().statusCode(200).extract().asString();
        assertThat(page).contains("洗手间").doesNotContain("增加或修改一组");
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("word", "紫藤架")
                .formParam("others", "花架").post("/staff/synonyms").then().statusCode(403);
    }

    @Test
    void canBeDoneOnThePage() {
        String wrong = CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("act", "say")
                .formParam("word", "凉亭子").formParam("others", "洗手间").post("/staff/synonyms").then().statusCode(400).extract()
                .asString();
        assertThat(wrong).contains("已经在“公厕”一组里", "value=\"凉亭子\"");

        CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("act", "say").formParam("word", "凉亭子").formParam("others", "歇凉亭、风雨亭").post("/staff/synonyms").then()
                .statusCode(303);
        assertThat(CHIEF.call().queryParam("word", "凉亭子").get("/staff/synonyms").then().extract().asString())
                .contains("歇凉亭、风雨亭", "本单位增加");
        CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("act", "remove")
                .formParam("word", "凉亭子").post("/staff/synonyms").then().statusCode(200).body(not(containsString("歇凉亭")));
    }
}
