package io.minsheng.intake.desk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.StaffUser;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SheetImportTest extends SheetImport {

    private static final StaffUser TRIAGE = new StaffUser("triage");

    @Inject
    SheetRows rows;
    @Inject
    EntityManagerFactory entities;

    @Override
    int rows() {
        return 500;
    }

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Nested
    class Checking {

        @Test
        void namesAllThirtySevenBadRowsByRowAndColumn() {
            String csv = HEADER + IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> i % 10 < 3 && i <= 90 || i > 90 ? bad(i) : row(mark, i)).collect(Collectors.joining("\n"));
            List<Integer> wrong = IntStream.rangeClosed(1, 100).filter(i -> i % 10 < 3 && i <= 90 || i > 90).map(i -> i + 1)
                    .boxed().toList();
            assertThat(wrong).hasSize(37);

            ValidatableResponse answer = upload(csv).body("ready", equalTo(63)).body("bad", equalTo(37))
                    .body("problems.row.unique()", equalTo(wrong));
            // the first: no such category (B), too short a content (C), an unreadable number (F), received tomorrow's year (H)
            answer.body("problems.findAll { it.row == 2 }.column", equalTo(List.of("B", "C", "F", "H")))
                    .body("problems.findAll { it.row == 2 }.label", equalTo(List.of("事项类别", "建议内容", "联系电话", "收到日期")));
            String page = DESK.call().get("/staff/desk/sheets/" + answer.extract().path("id")).then().statusCode(200).extract()
                    .asString();
            wrong.forEach(each -> assertThat(page).contains("第 " + each + " 行"));
        }

        @Test
        void showsTheFirstHundredBadRowsAndGivesAllAsAFile() {
            String id = upload(HEADER + IntStream.rangeClosed(1, 150).mapToObj(this::bad).collect(Collectors.joining("\n")))
                    .body("bad", equalTo(150)).extract().path("id");
            String page = DESK.call().get("/staff/desk/sheets/" + id).then().statusCode(200).extract().asString();
            assertThat(page).contains("有误的行（150）", "列出前 100 行", "第 101 行").doesNotContain("第 102 行");
            assertThat(DESK.call().get(SHEETS + "/" + id + "/problems.csv").then().statusCode(200).extract().asString())
                    .startsWith("\uFEFF\"行号\",\"列\",\"栏目\",\"问题\"").contains("\"151\",\"B\",\"事项类别\"");
        }

        private String bad(int i) {
            return "第" + i + "号路灯不亮 " + mark + ",天文地理,太短,,测试" + i + ",1.38E+10,信函,2036年13月1日,";
        }

        @Test
        void readsEveryEncodingThatSpreadsheetProgramsWrite() {
            String csv = HEADER + row(mark, 1) + "\n" + row(mark, 2).replace("路灯不亮", "𠮷野家门口的路灯不亮");
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
                uploaded(DESK, "表.csv", csv.getBytes(charset)).body("ready", equalTo(2));
            }
            uploaded(DESK, "表.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8)).body("ready", equalTo(2));
            uploaded(DESK, "表.txt", ("\uFEFF" + csv.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE)).body("ready",
                    equalTo(2));
        }

        @Test
        void countsRowsAsSpreadsheetProgramsDo() {
            String csv = "民生实事建议汇总表,,,\n\n建议事项名称,事项类别,建议内容\n\"多行内容的建议\",其他,\"第一行，说的是路灯。\n第二行，说的是\"\"路\"\"。\"\n短,其他,内容足够长的一条建议在这里。\n";
            upload(csv).body("ready", equalTo(0)).body("problems.findAll { it.field == 'title' }.row", equalTo(List.of(5)))
                    .body("problems.findAll { it.row == 4 }.message", equalTo(List.of("请选择来源：信函、现场或电话。", "请填写收到日期。")));
        }

        @Test
        void takesWayAndDayFromTheUploadWhereRowsDoNotSayThem() {
            String csv = "事项名称,类别,内容\n没有来源的建议 " + mark + ",其他,内容足够长的一条建议在这里。\n";
            String id = DESK.call().multiPart("file", "表.csv", csv.getBytes(StandardCharsets.UTF_8))
                    .multiPart("campaign", "DZ2025").multiPart("channel", "PHONE").multiPart("receivedOn", "2026-01-05")
                    .post(SHEETS).then().statusCode(201).body("ready", equalTo(1)).extract().path("id");
            confirm(DESK, id);
            await(id);
            Proposal proposal = only();
            assertThat(proposal.channel()).isEqualTo(Channel.PHONE);
            assertThat(proposal.receivedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
            assertThat(proposal.desk()).isEqualTo("tangxiang");
            assertThat(proposal.registeredBy()).isEqualTo("desk-tangxiang");
        }

        @Test
        void registersARepeatedRowOnce() {
            upload(HEADER + row(mark, 1) + "\n" + row(mark, 1) + "\n" + row(mark, 2)).body("ready", equalTo(2))
                    .body("repeated", equalTo(1));
        }

        @Test
        void tellsWhatItDoesNotRead() {
            upload("备注," + HEADER + "无," + row(mark, 1)).body("ready", equalTo(1)).body("notes[0]", containsString("备注"));
        }

        @Test
        void saysWhatIsWrongWithAFile() {
            refused("没有表头的表".getBytes(StandardCharsets.UTF_8)).statusCode(400).body("violations[0].field", equalTo("file"))
                    .body("violations[0].message", containsString("没有找到表头"));
            refused(new byte[0]).statusCode(400);
            refused(HEADER.getBytes(StandardCharsets.UTF_8)).statusCode(400);
            refused(new byte[] { 0, 1, 2, 3 }).statusCode(400);
            refused((HEADER + "\"没有结束").getBytes(StandardCharsets.UTF_8)).statusCode(400).body("violations[0].message",
                    containsString("第 2 行 A 列"));
            refused(("建议内容,内容," + HEADER).getBytes(StandardCharsets.UTF_8)).statusCode(400).body("violations[0].message",
                    containsString("两栏都是"));
            refused((HEADER + (row(mark, 1) + "\n").repeat(5_100)).getBytes(StandardCharsets.UTF_8)).statusCode(400)
                    .body("violations[0].message", containsString("5,000 行"));
            DESK.call().multiPart("campaign", "DZ2025").post(SHEETS).then().statusCode(400);
            DESK.call().multiPart("file", "表.csv", (HEADER + row(mark, 1)).getBytes(StandardCharsets.UTF_8))
                    .multiPart("campaign", "XX1999").post(SHEETS).then().statusCode(404);
        }
    }

    @Nested
    class Rights {

        @Test
        void keepSheetsWithinTheirDesk() {
            String own = upload(HEADER + row(mark, 1)).extract().path("id");
            String office = uploaded(TRIAGE, "表.csv", (HEADER + row(mark, 2)).getBytes(StandardCharsets.UTF_8)).extract()
                    .path("id");
            TRIAGE.call().get(SHEETS + "/" + own).then().statusCode(200);
            for (String path : List.of("", "/rows", "/receipts.csv", "/problems.csv")) {
                DESK.call().get(SHEETS + "/" + office + path).then().statusCode(404);
            }
            DESK.call().post(SHEETS + "/" + office + "/confirm").then().statusCode(404);
            DESK.call().delete(SHEETS + "/" + office).then().statusCode(404);
            DESK.call().get("/staff/desk/sheets/" + office).then().statusCode(404);
            DESK.call().get("/staff/desk/sheets/" + office + "/receipts").then().statusCode(404);
            for (String user : List.of("chief", "leader", "auditor", "admin", "dept-housing")) {
                new StaffUser(user).call().get(SHEETS + "/" + own).then().statusCode(403);
                new StaffUser(user).call().get("/staff/desk/sheets").then().statusCode(403);
                upload(new StaffUser(user), "表.csv", HEADER.getBytes(StandardCharsets.UTF_8)).statusCode(403);
            }
            DESK.call().multiPart("file", "表.csv", (HEADER + row(mark, 1)).getBytes(StandardCharsets.UTF_8))
                    .multiPart("campaign", "DZ2025").multiPart("desk", "longshui").post(SHEETS).then().statusCode(403);
        }

        @Test
        void endWhatIsKeptOfTheOtherRowsWithTheRegistrationAndTellTheAuditNoName() {
            String name = "测试甲" + mark + ".csv";
            String csv = HEADER + row(mark, 1) + "\n" + row(mark, 1) + "\n" + row(mark, 2).replace("交通出行", "天文地理");
            String id = uploaded(DESK, name, csv.getBytes(StandardCharsets.UTF_8)).body("ready", equalTo(1))
                    .body("repeated", equalTo(1)).body("bad", equalTo(1)).extract().path("id");
            assertThat(entriesOf(id)).isEqualTo(3);
            confirm(DESK, id);
            await(id);
            assertThat(entriesOf(id)).isZero();
            DESK.call().get("/staff/desk/sheets/" + id).then().statusCode(200).body(containsString("第 4 行"));
            new StaffUser("auditor").call().queryParam("size", 50).get("/api/v1/audit").then().statusCode(200)
                    .body("items.detail", hasItem("BAD 1, REPEATED 1, DONE 1")).body(not(containsString(name)));
        }

        private long entriesOf(String id) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> rows.count("sheetId = ?1 and sealedEntry is not null", id));
        }

        @Test
        void forgetsADroppedSheet() {
            String id = upload(HEADER + row(mark, 1)).extract().path("id");
            DESK.call().delete(SHEETS + "/" + id).then().statusCode(204);
            DESK.call().get(SHEETS + "/" + id).then().statusCode(404);
            assertThat(count(mark)).isZero();
        }
    }

    @Nested
    class Receipts {

        @Test
        void areThereForEveryCaseOfASheet() {
            String id = upload(HEADER + row(mark, 1) + "\n" + row(mark, 2)).extract().path("id");
            confirm(DESK, id);
            await(id);
            String csv = DESK.call().get(SHEETS + "/" + id + "/receipts.csv").then().statusCode(200).extract().asString();
            String[] cells = csv.split("\r\n")[1].replace("\"", "").split(",");
            assertThat(cells[0]).isEqualTo("2");
            TRIAGE.call().queryParam("code", cells[2]).get("/api/v1/proposals/" + cells[1]).then().statusCode(200)
                    .body("channel", equalTo("LETTER")).body("caseNumber", equalTo(cells[1]));
            DESK.call().get("/staff/desk/sheets/" + id + "/receipts").then().statusCode(200)
                    .body(containsString("big-code\">" + cells[1])).body(containsString("big-code\">" + cells[2]));
            DESK.call().get("/staff/desk/sheets/" + id).then().statusCode(200).body(containsString("打印回执"));
            DESK.call().delete(SHEETS + "/" + id).then().statusCode(409);
            DESK.call().post(SHEETS + "/" + id + "/confirm").then().statusCode(409);
        }

        @Test
        void needAsManyStatementsForManyAsForOne() {
            String one = imported(row(mark, 1));
            String many = imported(row(mark, 2) + "\n" + row(mark, 3) + "\n" + row(mark, 4));

            assertThat(statements(many)).isEqualTo(statements(one));
        }

        private String imported(String rows) {
            String id = upload(HEADER + rows).extract().path("id");
            confirm(DESK, id);
            await(id);
            return id;
        }

        private long statements(String id) {
            return CountStatements.of(entities,
                    () -> DESK.call().get("/staff/desk/sheets/" + id + "/receipts").then().statusCode(200));
        }
    }

    @Nested
    class OnThePage {

        @Test
        void goesFromUploadToCases() {
            DESK.call().get("/staff/desk/sheets").then().statusCode(200).body(containsString("template.xlsx"));
            String location = DESK.call().redirects().follow(false)
                    .multiPart("file", mark + ".csv", (HEADER + row(mark, 1) + "\n短,,").getBytes(StandardCharsets.UTF_8))
                    .multiPart("campaign", "DZ2025").multiPart("channel", "LETTER").multiPart("receivedOn", "")
                    .post("/staff/desk/sheets").then().statusCode(303).extract().header("Location");
            String page = location.substring(location.indexOf("/staff"));
            DESK.call().get(page).then().statusCode(200).body(containsString("登记 1 条建议")).body(containsString("第 3 行"));
            assertThat(count(mark)).isZero();
            DESK.call().post(page + "/confirm").then().statusCode(200);
            await(page.substring(page.lastIndexOf('/') + 1));
            assertThat(count(mark)).isEqualTo(1);
            DESK.call().get(page + "/progress").then().statusCode(200).header("HX-Refresh", "true");
            DESK.call().get(page).then().body(containsString(only().caseNumber()));
            DESK.call().get("/staff/desk/sheets").then().body(containsString(mark + ".csv"));
        }

        @Test
        void saysWhatIsWrongAtTheField() {
            DESK.call().multiPart("campaign", "DZ2025").multiPart("file", "", new byte[0]).post("/staff/desk/sheets").then()
                    .statusCode(400).body(containsString("href=\"#file\"")).body(containsString("请选择表格文件"));
            DESK.call().multiPart("campaign", "DZ2025").multiPart("file", "x.csv", "<script>".getBytes())
                    .multiPart("receivedOn", "昨天").post("/staff/desk/sheets").then().statusCode(400)
                    .body(containsString("href=\"#receivedOn\""));
            DESK.call().multiPart("campaign", "DZ2025").multiPart("file", "x.csv", "<script>alert(1)</script>".getBytes())
                    .post("/staff/desk/sheets").then().statusCode(400).body(containsString("没有找到表头"))
                    .body(not(containsString("<script>alert")));
        }
    }

    private ValidatableResponse upload(String csv) {
        return uploaded(DESK, "表.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse refused(byte[] content) {
        return upload(DESK, "表.xlsx", content);
    }

    private Proposal only() {
        return QuarkusTransaction.requiringNew()
                .call(() -> proposals.find("title like ?1", "%" + mark + "%").singleResult());
    }
}
