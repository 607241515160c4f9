package io.minsheng.decision;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.openList;
import static io.minsheng.fixture.Handling.row;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** From the first draft of a list to the package for the meeting: every change stays readable, candidates can be compared. */
@QuarkusTest
class ListVersionsTest {

    private static final StaffUser LEADER = new StaffUser("leader");

    @Test
    void keepsEveryVersionWithWhoChangedWhatAndWhy() throws Exception {
        String first = shortlisted(Submission.web());
        String second = shortlisted(Submission.web().titled("把公园的路灯修好").at("longgang"));
        String list = openList();
        String one = itemOf(list, first);
        String two = itemOf(list, second);
        new StaffUser("triage2").call(Map.of("items", List.of(row(one)))).post("/api/v1/lists/" + list + "/versions").then()
                .statusCode(409);
        String task = claimOn(TRIAGE, "SHORTLIST", list);

        Map<String, Object> unfinished = new HashMap<>(row(two));
        unfinished.put("title", "修好公园路灯");
        unfinished.put("leads", List.of());
        unfinished.remove("target");
        save(list, Map.of("items", List.of(row(one), unfinished))).statusCode(201).body("version", equalTo(1));
        Map<String, Object> better = new HashMap<>(row(one));
        better.put("target", "全年加装电梯 30 部");
        better.put("leads", List.of("housing", "finance"));
        better.put("assists", List.of());
        save(list, Map.of("items", List.of(better), "reason", "路灯由街道先行解决。")).statusCode(201).body("version", equalTo(2));
        save(list, Map.of("items", List.of(better), "reason", "字".repeat(2001))).statusCode(400).body("violations.field",
                hasItem("reason"));
        TRIAGE.call().get("/staff/tasks/shortlist/" + task).then().statusCode(200).body(containsString("全年加装电梯 30 部"))
                .body(containsString("保存草稿"))
                // or browsers would neither save an unfinished draft nor freeze while one left out is unfinished
                .body(containsString("action=\"/staff/tasks/shortlist/" + task + "\" novalidate"));
        TRIAGE.complete(task, Map.of("outcome", "FREEZE", "items", List.of(better))).statusCode(202);
        told(list);

        String digest = list(list).getString("digest");
        CHIEF.call().get("/api/v1/lists/" + list + "/versions").then().statusCode(200)
                .body("items.version", equalTo(List.of(3, 2, 1))).body("items[0].digest", equalTo(digest))
                .body("items[0].changes", hasSize(0)).body("items[1].digest", nullValue())
                .body("items[1].reason", equalTo("路灯由街道先行解决。"))
                .body("items[1].changes.find { it.item == '" + two + "' }.kind", equalTo("DROPPED"))
                .body("items[1].changes.find { it.item == '" + one + "' }.fields", hasItems("target", "leads", "assists"))
                .body("items[2].by", notNullValue());
        CHIEF.call().get("/staff/lists/" + list + "/versions").then().statusCode(200).body(containsString("路灯由街道先行解决。"))
                .body(containsString("<del>全年加装电梯 20 部</del><ins>全年加装电梯 30 部</ins>")).body(containsString(digest));
        assertThat(list(list).getInt("version")).isEqualTo(3);
        save(list, Map.of("items", List.of(row(two)))).statusCode(409);
        new StaffUser("dept-housing").call().get("/api/v1/lists/" + list + "/versions").then().statusCode(403);
        thePackageIsWhatWasFrozen(list, digest);
    }

    private void thePackageIsWhatWasFrozen(String list, String digest) throws Exception {
        byte[] docx = LEADER.call().get("/api/v1/lists/" + list + "/package.docx").then().statusCode(200)
                .header("Content-Disposition", allOf(startsWith("attachment"), containsString("-DZ2025-_3_.docx\""),
                        endsWith("filename*=UTF-8''" + URLEncoder.encode(
                                "重庆市大足区" + list(list).getString("title") + "-会议材料-DZ2025-第3版.docx", UTF_8))))
                .extract().asByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            XWPFTable table = document.getTables().get(0);
            assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("主要任务");
            assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("全年加装电梯 30 部");
            assertThat(document.getParagraphs().get(1).getText()).contains(digest).contains("第 3 版");
            assertThat(document.getProperties().getCoreProperties().getCreator()).isEqualTo("重庆市大足区");
        }
        byte[] xlsx = LEADER.call().get("/api/v1/lists/" + list + "/package.xlsx").then().statusCode(200).extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains(digest);
            assertThat(sheet.getRow(3).getCell(7).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("老旧小区加装电梯");
        }
        LEADER.call().get("/staff/lists/" + list).then().statusCode(200).body(containsString("package.docx"))
                .body(not(containsString(Submission.PHONE)));
        new StaffUser("dept-housing").call().get("/api/v1/lists/" + list + "/package.docx").then().statusCode(403);
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().body("items.action",
                hasItem("LIST_PACKAGE"));
    }

    @Test
    void ranksByPeopleScoreOrTownshipsAndPutsCandidatesSideBySide() {
        String first = shortlisted(Submission.web());
        String second = shortlisted(Submission.web().at("longgang"));
        String list = openList();
        String one = itemOf(list, first);
        String two = itemOf(list, second);
        for (String rank : List.of("people", "score", "townships")) {
            JsonPath ranked = TRIAGE.call().queryParam("rank", rank).get("/api/v1/lists/" + list).then().statusCode(200)
                    .extract().jsonPath();
            String field = rank.equals("score") ? "items.findAll { it.score != null }.score" : "items." + rank;
            List<Number> values = ranked.getList(field);
            assertThat(values.stream().mapToDouble(Number::doubleValue).boxed().toList())
                    .isSortedAccordingTo(Comparator.reverseOrder());
            TRIAGE.call().get("/staff/lists/" + list + "?rank=" + rank).then().statusCode(200);
        }
        TRIAGE.call().queryParam("rank", "luck").get("/api/v1/lists/" + list).then().statusCode(400);
        LEADER.call().queryParam("item", one).queryParam("item", two).get("/api/v1/lists/" + list + "/compare").then()
                .statusCode(200).body("items.id", equalTo(List.of(one, two))).body("items[0].score", equalTo(4.0f))
                .body("items[0].townships", equalTo(1));
        LEADER.call().queryParam("item", one).get("/api/v1/lists/" + list + "/compare").then().statusCode(400);
        LEADER.call().queryParam("item", one).queryParam("item", "nobody").get("/api/v1/lists/" + list + "/compare").then()
                .statusCode(400);
        LEADER.call().queryParam("item", one).queryParam("item", two).get("/staff/lists/" + list + "/compare").then()
                .statusCode(200).body(containsString("比较备选事项"));
        TRIAGE.call().get("/api/v1/lists/" + list + "/package.docx").then().statusCode(409);
    }

    private static ValidatableResponse save(String list, Map<String, Object> body) {
        return TRIAGE.call(body).post("/api/v1/lists/" + list + "/versions").then();
    }
}
