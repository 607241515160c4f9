package io.minsheng.search;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What a search found as a whole: counted by what it can be narrowed by, and as a file. */
@QuarkusTest
class SearchResultTest {

    private static final String EXPORT = "/api/v1/case-search/export";

    @Test
    void countsWhatWasFoundAndNarrowsItDown() {
        Submission.web().at("zhuxi").titled("分面计数用的建议一").caseNumber();
        String number = Submission.letter().at("wangu").titled("分面计数用的建议二").caseNumber();
        String month = YearMonth.now(Shanghai.ZONE).toString();

        TRIAGE.call().queryParam("q", "分面计数用的建议").get("/api/v1/case-search/facets").then().statusCode(200)
                .body("township.zhuxi", is(1)).body("township.wangu", is(1)).body("channel.LETTER", is(1))
                .body("stage.RECEIVED", is(2)).body("light.GREEN", is(2)).body("month.'" + month + "'", is(2))
                .body("category.HOUSING", is(2));
        TRIAGE.call().queryParam("q", "分面计数用的建议").queryParam("channel", "LETTER").get("/api/v1/case-search/facets").then()
                .body("channel", hasKey("WEB")).body("township", not(hasKey("zhuxi")));
        TRIAGE.call().queryParam("q", "分面计数用的建议").queryParam("channel", "LETTER").queryParam("light", "GREEN")
                .queryParam("month", month).get("/api/v1/cases").then().body("items.caseNumber", is(List.of(number)));
        TRIAGE.call().queryParam("township", "wangu").queryParam("light", "RED").get("/api/v1/cases").then().body("total",
                is(0));
        TRIAGE.call().queryParam("township", "wangu").queryParam("department", "housing").get("/api/v1/cases").then()
                .body("total", is(0));
        TRIAGE.call().queryParam("month", "2024年").get("/api/v1/cases").then().statusCode(400)
                .body("violations[0].field", is("month"));

        TRIAGE.call().queryParam("q", "分面计数用的建议").queryParam("township", "wangu").get("/staff/cases").then().statusCode(200)
                .body(containsString("aria-label=\"按镇街细分\"")).body(containsString("aria-current=\"true\">万古镇"))
                .body(containsString("分面计数用的建议二")).body(not(containsString("分面计数用的建议一")));
        TRIAGE.call().queryParam("q", "分面计数用的建议").get("/staff/cases").then().statusCode(200)
                .body(not(containsString("按镇街细分"))).body(containsString("counted=true#facets"));
        TRIAGE.call().queryParam("q", "分面计数用的建议").queryParam("counted", true).get("/staff/cases").then().statusCode(200)
                .body(containsString("按镇街细分"));
    }

    @Test
    void exportsWithoutFormulasAndWithoutContactsUnlessAskedFor() throws IOException {
        String number = Submission.web().at("youting").titled("=HYPERLINK(建议)").saying("请看：\n<b>第一</b>&第二，联系 13800001234。")
                .caseNumber();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                export(TRIAGE, "xlsx", false, null).statusCode(200).extract().asByteArray()))) {
            Row row = row(book, number);
            assertThat(row.getLastCellNum()).isEqualTo((short) 13);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=HYPERLINK(建议)");
            assertThat(row.getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(12).getStringCellValue()).isEqualTo("请看：\n<b>第一</b>&第二，联系 13800001234。");
        }
        String csv = export(TRIAGE, "csv", true, "电话回访").statusCode(200)
                .header("Content-Disposition", containsString(".csv")).extract().asString();
        assertThat(csv).startsWith("\uFEFF\"受理编号\"").contains("\"'=HYPERLINK(建议)\"", Submission.NAME, Submission.PHONE);
        assertThat(export(new StaffUser("leader"), "csv", false, null).extract().asString()).contains("138****1234")
                .doesNotContain(Submission.PHONE, Submission.NAME);

        export(TRIAGE, "csv", true, " ").statusCode(400).body("violations[0].field", is("purpose"));
        export(TRIAGE, "pdf", false, null).statusCode(400).body("violations[0].field", is("format"));
        export(new StaffUser("leader"), "csv", true, "看看").statusCode(403);
        assertThat(export(new StaffUser("dept-housing"), "csv", false, null).extract().asString()).doesNotContain(number);
        List<String> details = new StaffUser("auditor").call().queryParam("size", 200).queryParam("sort", "at,desc")
                .get("/api/v1/audit").then().extract()
                .path("items.findAll { it.action == 'CASES_EXPORTED_WITH_CONTACTS' }.detail");
        assertThat(details).anyMatch(each -> each.endsWith("电话回访"));
        TRIAGE.call().formParams(Map.of("township", "youting", "format", "csv")).post("/staff/cases/export").then()
                .statusCode(200).body(containsString(number));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("township", "youting", "format", "csv", "contacts", "true", "purpose", " "))
                .post("/staff/cases/export").then().statusCode(400)
                .body(containsString("id=\"purpose-error\""), containsString("value=\"csv\" selected"))
                .body(containsString("name=\"contacts\" value=\"true\" checked"))
                .body(containsString("name=\"township\" value=\"youting\""), containsString(number));
    }

    @Test
    void isKeptUnderANameForOneselfOrTheOffice() {
        String path = "/api/v1/case-search/views";
        Map<String, Object> own = Map.of("name", "信函来件", "parts", Map.of("channel", "LETTER", "q", "电梯"), "shared", false);
        String id = TRIAGE.call(own).post(path).then().statusCode(201).body("parts.q", is("电梯")).extract().path("id");
        TRIAGE.call(own).post(path).then().statusCode(201).body("id", is(id));
        StaffUser other = new StaffUser("triage2");
        other.call().get(path).then().body("items.id", not(hasItem(id)));
        other.call(own).put(path + "/" + id).then().statusCode(404);
        TRIAGE.call(Map.of("name", "本科室的信函", "parts", Map.of("channel", "LETTER"), "shared", true)).put(path + "/" + id).then()
                .statusCode(200);
        other.call().get(path).then().body("items.id", hasItem(id));
        other.call().delete(path + "/" + id).then().statusCode(404);
        other.call().get("/staff/cases").then().body(containsString("本科室的信函"));
        StaffUser housing = new StaffUser("dept-housing");
        housing.call().get(path).then().body("items.id", not(hasItem(id)));
        housing.call(Map.of("name", "共享", "parts", Map.of("q", "电梯"), "shared", true)).post(path).then().statusCode(403);
        TRIAGE.call(Map.of("name", " ", "parts", Map.of())).post(path).then().statusCode(400).body("violations.field",
                hasItems("name", "parts"));
        TRIAGE.call(Map.of("name", "错", "parts", Map.of("stage", "NOPE"))).post(path).then().statusCode(400);
        new StaffUser("chief").call().delete(path + "/" + id).then().statusCode(204);

        String name = "页面保存<b>";
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParams(Map.of("name", name, "q", "电梯", "light", "RED")).post("/staff/cases/views").then().statusCode(303)
                .header("Location", endsWith("/staff/cases?q=%E7%94%B5%E6%A2%AF&light=RED&"));
        String kept = TRIAGE.call().get(path).then().extract().path("items.find { it.name == '" + name + "' }.id");
        TRIAGE.call().get("/staff/cases/views").then().body(containsString("页面保存&lt;b&gt;"))
                .body(containsString("/staff/cases?q=%E7%94%B5%E6%A2%AF&amp;light=RED&amp;"));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("name", "")
                .post("/staff/cases/views/" + kept).then().statusCode(400).body(containsString("请填写名称。"))
                .body(containsString("href=\"#name-" + kept + "\""), containsString("id=\"name-" + kept + "-error\""));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("name", " ", "q", "电梯", "light", "RED", "shared", "true")).post("/staff/cases/views").then()
                .statusCode(400).body(containsString("id=\"name-error\""))
                .body(containsString("name=\"q\" value=\"电梯\""), containsString("name=\"light\" value=\"RED\""));
        TRIAGE.call().redirects().follow(false).post("/staff/cases/views/" + kept + "/remove").then().statusCode(303);
    }

    private static ValidatableResponse export(StaffUser who, String format, boolean contacts, String purpose) {
        Map<String, Object> body = purpose == null ? Map.of("format", format, "contacts", contacts)
                : Map.of("format", format, "contacts", contacts, "purpose", purpose);
        return who.call(body).queryParam("township", "youting").post(EXPORT).then();
    }

    private static Row row(XSSFWorkbook book, String number) {
        return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                .filter(each -> number.equals(each.getCell(0).getStringCellValue())).findFirst().orElseThrow();
    }
}
