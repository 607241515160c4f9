package io.minsheng.triage.similar;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** Without the sentence model, as a node works until it is loaded. */
@QuarkusTest
class FindSimilarTest {

    private static String accepted(Submission submission, String publicTitle) {
        String number = submission.caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                "assistDepartments", List.of(), "publicTitle", publicTitle));
        return number;
    }

    @Test
    void tellsStaffWhatIsAlikeAndWhy() {
        String first = Submission.web().at("longshui").titled("给凤尾竹林修一条登山步道")
                .saying("龙水镇凤尾竹林风景好，就是没有登山步道，下雨天全是泥。").caseNumber();
        String second = Submission.web().at("longshui").titled("凤尾竹林登山步道要修起来")
                .saying("周末去凤尾竹林的人很多，登山步道全是泥，老人摔过跤。").caseNumber();
        String other = Submission.web().at("longshui").titled("龙水镇增开夜间门诊").saying("龙水镇晚上生病要跑到城里去看。").caseNumber();

        TRIAGE.call().get("/api/v1/cases/" + second + "/similar").then().statusCode(200)
                .body("items[0].caseNumber", is(first)).body("items[0].title", is("给凤尾竹林修一条登山步道"))
                .body("items[0].score", greaterThan((float) Likeness.THRESHOLD))
                .body("items[0].reasons", hasItem(containsString("凤尾竹林")))
                .body("items[0].reasons", hasItem(containsString("地点相同"))).body("items.caseNumber", not(hasItem(other)))
                .body("items.caseNumber", not(hasItem(second)));
        String page = TRIAGE.call().get("/staff/cases/" + second).then().statusCode(200).extract().asString();
        assertThat(page).contains("相似建议", first, "<mark>凤尾竹林</mark>");
    }

    @Test
    void showsOnlyWhatTheReaderMaySee() {
        String own = Submission.desk("tangxiang").titled("紫云英花田边建停车点").saying("赏花季紫云英花田边停车乱，请建停车点。").caseNumber();
        String others = Submission.web().titled("紫云英花田停车点太少").saying("赏花季到紫云英花田找不到停车点。").caseNumber();
        StaffUser desk = new StaffUser("desk-tangxiang");

        TRIAGE.call().get("/api/v1/cases/" + own + "/similar").then().body("items.caseNumber", hasItem(others));
        desk.call().get("/api/v1/cases/" + own + "/similar").then().statusCode(200)
                .body("items.caseNumber", not(hasItem(others)));
        desk.call().get("/api/v1/cases/" + others + "/similar").then().statusCode(404);
        new StaffUser("admin").call().get("/api/v1/cases/" + own + "/similar").then().statusCode(403);
        given().get("/api/v1/cases/" + own + "/similar").then().statusCode(401);
    }

    @Test
    void tellsEveryoneOfPublicCasesOnly() {
        String hidden = Submission.web().titled("把金丝楠广场的喷泉修好").saying("金丝楠广场的喷泉坏了三年没人管。").caseNumber();
        String shown = accepted(Submission.web().titled("金丝楠广场喷泉坏了张三说的").saying("金丝楠广场的喷泉三年没有喷过水。"), "修复金丝楠广场喷泉");

        given().queryParam("campaign", "DZ2025").queryParam("text", "金丝楠广场的喷泉三年没有喷水，什么时候能修好").get("/api/v1/similar").then()
                .statusCode(200).body("caseNumber", hasItem(shown)).body("caseNumber", not(hasItem(hidden)))
                .body("title", hasItems("修复金丝楠广场喷泉"));
    }

    @Test
    void refusesWhatItCannotCompare() {
        for (String text : List.of("", " ", "字", "字".repeat(5061))) {
            given().queryParam("campaign", "DZ2025").queryParam("text", text).get("/api/v1/similar").then().statusCode(400)
                    .body("violations[0].field", is("text"));
        }
        given().queryParam("campaign", "DZ2025").get("/api/v1/similar").then().statusCode(400);
        given().queryParam("campaign", "NOPE").queryParam("text", "修一条路").get("/api/v1/similar").then().statusCode(404);
        for (String call : List.of("/api/v1/similar", "/api/v1/similar?campaign=")) {
            given().queryParam("text", "修一条路").get(call).then().statusCode(400).body("violations[0].field", is("campaign"));
        }
        for (String text : List.of("\"(AND OR", "????", "😀😀", "字".repeat(5060))) {
            given().queryParam("campaign", "DZ2025").queryParam("text", text).get("/api/v1/similar").then().statusCode(200);
        }
    }

    @Test
    void asksOnTheFormWhetherThatIsMeant() {
        String shown = accepted(Submission.web().titled("翡翠湖环湖路装太阳能灯").saying("翡翠湖环湖路晚上漆黑一片，跑步的人害怕。"), "翡翠湖环湖路装灯");
        Map<String, String> wish = Map.of("campaign", "DZ2025", "key", "k-emerald", "step", "WISH", "category", "HOUSING",
                "title", "翡翠湖环湖路没有灯", "content", "翡翠湖环湖路晚上太黑，跑步的人害怕，请装灯。");

        String asked = given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(wish)
                .formParam("go", "next").post("/propose").then().statusCode(200).extract()
                .asString();
        assertThat(asked).contains("有人提过类似建议", "不同，继续填写", "/proposals/" + shown,
                "name=\"title\" value=\"翡翠湖环湖路没有灯\"");

        String place = given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(wish)
                .formParam("go", "different").post("/propose").then().statusCode(200).extract()
                .asString();
        assertThat(place).contains("地点与目标", "name=\"title\" value=\"翡翠湖环湖路没有灯\"").doesNotContain("没有找到类似建议");
    }

    @Test
    void goesOnAtOnceWhenNobodySaidTheLike() {
        String place = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("campaign", "DZ2025", "key", "k-nobody", "step", "WISH", "category", "HOUSING",
                        "title", "给祥云塔安避雷针", "content", "祥云塔是文物，去年遭过雷击，请安避雷针。", "go", "next"))
                .post("/propose").then()
                .statusCode(200).extract().asString();

        assertThat(place).contains("地点与目标", "没有找到类似建议");
    }
}
