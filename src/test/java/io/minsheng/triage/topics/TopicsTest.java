package io.minsheng.triage.topics;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.index.SearchCases;
import io.minsheng.triage.topics.Placing.Neighbour;
import io.minsheng.triage.topics.Placing.Place;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Topics as people see them; on the default index, by words alone. */
@QuarkusTest
class TopicsTest {

    private static final StaffUser LEADER = new StaffUser("leader");

    @Inject
    PlaceCases placeCases;
    @Inject
    FindTopics findTopics;
    @Inject
    SearchCases search;

    @Test
    void gathersWhatWantsTheSameAndLeadsToTheMerge() {
        String first = placed("longshui", "濑溪河边修一条滨河步道", "濑溪河边没有滨河步道，散步的人只能走在车道上，很危险。");
        String second = placed("tangxiang", "濑溪河边请修滨河步道", "濑溪河边散步的人多，没有滨河步道，只能走车道，危险。");
        String third = placed("longshui", "希望濑溪河边修滨河步道", "濑溪河边没有步道，散步只能走车道，请修滨河步道。");
        String other = placed("longshui", "增加夜间急诊医生", "夜间急诊只有一位医生，等候时间长。");

        Map<String, Object> topic = topicOf(first, false);
        assertThat(numbers(topic)).containsExactly(first, second, third).doesNotContain(other);
        assertThat(topic).containsEntry("suggestions", 3).containsEntry("people", 1).containsEntry("title", "濑溪河边修一条滨河步道")
                .containsEntry("townships", List.of("longshui", "tangxiang"));

        String page = TRIAGE.call().get("/staff/topics").then().statusCode(200).extract().asString();
        assertThat(page).contains("来自 <strong>3</strong> 条建议、<strong>1</strong> 人", "value=\"" + second + "\" checked",
                "龙水镇、棠香街道");
        TRIAGE.call().queryParam("case", first, second, third).get("/staff/cases/merge").then().body(containsString(third));
        LEADER.call().get("/staff/topics").then().statusCode(200).body(containsString("濑溪河")).body(not(containsString("合并所选")));
        new StaffUser("dept-housing").call().get("/api/v1/topics?campaign=DZ2025").then().statusCode(403);

        String id = (String) topic.get("id");
        assertThat(topic).containsEntry("total", 3);
        TRIAGE.call().queryParam("size", 2).queryParam("page", 1).get("/api/v1/topics/" + id + "/cases").then().statusCode(200)
                .body("total", is(3)).body("items.caseNumber", is(List.of(third)));
        TRIAGE.call().get("/staff/topics/" + id).then().statusCode(200).body(containsString("共 3 件"))
                .body(containsString("value=\"" + third + "\" checked"));
        LEADER.call().get("/staff/topics/" + id).then().statusCode(200).body(not(containsString("合并所选")));
        TRIAGE.call().get("/api/v1/topics/nothing/cases").then().statusCode(404);
        new StaffUser("dept-housing").call().get("/api/v1/topics/" + id + "/cases").then().statusCode(403);
        LEADER.call(Map.of()).post("/api/v1/topics/" + id + "/dismiss").then().statusCode(403);
        TRIAGE.call(Map.of("reason", "已在建")).post("/api/v1/topics/" + id + "/dismiss").then().statusCode(204);
        TRIAGE.call(Map.of()).post("/api/v1/topics/" + id + "/dismiss").then().statusCode(409);
        TRIAGE.call(Map.of()).post("/api/v1/topics/nothing/dismiss").then().statusCode(404);
        assertThat(topicOf(first, false)).isNull();
        assertThat(topicOf(first, true)).isNotNull();
        TRIAGE.call().redirects().follow(false).post("/staff/topics/" + id + "/restore").then().statusCode(303)
                .header("Location", endsWith("?dismissed=true"));
        assertThat(topicOf(first, false)).isNotNull();

        TRIAGE.settle("TRIAGE", third, Map.of("outcome", "REJECT", "reasonCode", "EMPTY", "explanation", "没有内容。"));
        assertThat(topicOf(first, false)).isNull();
    }

    @Test
    void looksAtEachCaseOnce() {
        String number = Submission.web().titled("给观音岩隧道装照明").saying("观音岩隧道里没有照明，夜里看不见路。").caseNumber();
        assertThat(placeCases.waiting(5_000)).contains(number);

        placeCases.place(number);

        assertThat(placeCases.waiting(5_000)).doesNotContain(number);
        findTopics.find();
    }

    @Test
    void letsNoSingleLikenessJoinATopic() {
        Map<String, String> topics = Map.of("a", "T", "b", "T", "c", "U");
        assertThat(Placing.of(List.of(near("a", 0.7)), topics::get)).isEqualTo(new Place(null, null));
        assertThat(Placing.of(List.of(near("a", 0.9)), topics::get)).isEqualTo(new Place("T", null));
        assertThat(Placing.of(List.of(near("c", 0.7), near("a", 0.65), near("b", 0.61)), topics::get))
                .isEqualTo(new Place("T", null));
        assertThat(Placing.of(List.of(near("a", 0.8), near("b", 0.5), near("x", 0.62)), topics::get))
                .isEqualTo(new Place(null, "x"));
        assertThat(Placing.of(List.of(near("x", 0.59)), topics::get)).isEqualTo(new Place(null, null));
        assertThat(Placing.of(List.of(new Neighbour("x", 0.99, 0.2)), topics::get)).isEqualTo(new Place(null, null));
        assertThat(Placing.of(List.of(new Neighbour("x", 0.55, 0.5)), topics::get)).isEqualTo(new Place(null, "x"));
        assertThat(Placing.of(List.of(new Neighbour("a", 0.7, 0.5)), topics::get)).isEqualTo(new Place("T", null));
        assertThat(Placing.shared("修一条步道，很危险", "步道很危险")).isEqualTo(0.75);
    }

    @Test
    void offersToMergeWhereSimilarCasesAreShown() {
        String one = Submission.web().titled("石篆山脚建观景平台").saying("石篆山脚风景好，请建一座观景平台。").caseNumber();
        String two = Submission.web().titled("石篆山脚要有观景平台").saying("请在石篆山脚建观景平台，游客很多。").caseNumber();
        String link = "/staff/cases/merge?case=" + two + "&amp;case=" + one + "&amp;into=" + one;

        TRIAGE.call().get("/staff/cases/" + two).then().body(containsString(link));
        TRIAGE.call().get("/staff/tasks/triage/" + TRIAGE.task("TRIAGE", two)).then().body(containsString(link));
        LEADER.call().get("/staff/cases/" + two).then().body(not(containsString("/staff/cases/merge")));
        TRIAGE.call().get(link.replace("&amp;", "&")).then().statusCode(200)
                .body(containsString("value=\"" + one + "\" checked"));
    }

    private static Neighbour near(String number, double score) {
        return new Neighbour(number, score, null);
    }

    private String placed(String township, String title, String content) {
        String number = Submission.web().at(township).titled(title).saying(content).caseNumber();
        search.settle();
        placeCases.place(number);
        return number;
    }

    private static Map<String, Object> topicOf(String number, boolean dismissed) {
        JsonPath found = TRIAGE.call().queryParam("campaign", "DZ2025").queryParam("dismissed", dismissed)
                .queryParam("size", 200).get("/api/v1/topics").then().statusCode(200).extract().jsonPath();
        return found.getMap("items.find { it.cases.caseNumber.contains('" + number + "') }");
    }

    @SuppressWarnings("unchecked")
    private static List<String> numbers(Map<String, Object> topic) {
        return ((List<Map<String, Object>>) topic.get("cases")).stream().map(each -> (String) each.get("caseNumber")).toList();
    }
}
