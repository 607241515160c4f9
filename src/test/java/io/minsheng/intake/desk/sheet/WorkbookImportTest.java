package io.minsheng.intake.desk.sheet;

import static io.minsheng.intake.desk.sheet.SheetImport.DESK;
import static io.minsheng.intake.desk.sheet.SheetImport.HEADER;
import static io.minsheng.intake.desk.sheet.SheetImport.SHEETS;
import static io.minsheng.intake.desk.sheet.SheetImport.await;
import static io.minsheng.intake.desk.sheet.SheetImport.confirm;
import static io.minsheng.intake.desk.sheet.SheetImport.upload;
import static io.minsheng.intake.desk.sheet.SheetImport.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What a spreadsheet program has in its files besides words: days, formulas, hidden rows, cells that were merged. */
@QuarkusTest
class WorkbookImportTest {

    private static final String[] LABELS = HEADER.strip().split(",");

    @Inject
    Proposals proposals;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void takesDaysAndTelephoneNumbersForWhatTheyAre() {
        String id = uploaded(DESK, "表.xlsx", workbook(sheet -> {
            Row row = labelled(sheet);
            fill(row, "路灯不亮 " + mark, "交通出行", "村口的路灯坏了，晚上看不见路。", "龙水镇", "测试甲");
            row.createCell(5).setCellValue(13800001234d);
            fill(row, 6, "信函");
            row.createCell(7).setCellValue(46027);
            CellStyle day = sheet.getWorkbook().createCellStyle();
            day.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(8).setCellValue(LocalDate.of(2026, 1, 3));
            row.getCell(8).setCellStyle(day);
        })).body("problems.size()", equalTo(0)).extract().path("id");
        confirm(DESK, id);
        await(id);
        Proposal proposal = only();
        assertThat(proposal.receivedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(proposal.postmarkedOn()).isEqualTo(LocalDate.of(2026, 1, 3));
        assertThat(proposal.township()).isEqualTo("longshui");
        assertThat(DESK.call().get("/staff/cases/" + proposal.caseNumber()).then().statusCode(200).extract().asString())
                .contains("138");
    }

    @Test
    void namesFormulasErrorsHiddenRowsAndCellsMergedAcross() {
        uploaded(DESK, "表.xlsx", workbook(sheet -> {
            Row formula = labelled(sheet);
            fill(formula, "公式 " + mark, "其他", "村口的路灯坏了，晚上看不见路。");
            formula.createCell(6).setCellValue("信函");
            formula.createCell(7).setCellFormula("TODAY()");
            Row hidden = sheet.createRow(2);
            fill(hidden, "隐藏 " + mark, "其他", "村口的路灯坏了，晚上看不见路。", "", "", "", "信函", "2026-01-05");
            hidden.setZeroHeight(true);
            fill(sheet.createRow(3), "合并 " + mark, "其他", "村口的路灯坏了，晚上看不见路。", "", "测试甲", "", "信函", "2026-01-05");
            sheet.addMergedRegion(CellRangeAddress.valueOf("E4:F4"));
        })).body("ready", equalTo(0)).body("problems.row", equalTo(List.of(2, 3, 4)))
                .body("problems.column", equalTo(Arrays.asList("H", null, "E")))
                .body("problems[0].message", containsString("公式"))
                .body("problems[1].message", containsString("隐藏")).body("problems[2].message", containsString("合并"));
    }

    @Test
    void readsACellMergedDownwardForEachOfItsRows() {
        String id = uploaded(DESK, "表.xlsx", workbook(sheet -> {
            labelled(sheet);
            for (int i = 1; i <= 3; i++) {
                Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                fill(row, i + "号路灯 " + mark, "其他", "村口的路灯坏了，晚上看不见路。", "", i == 1 ? "测试甲" : "", "", "信函", "2026-01-05");
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("E2:E4"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A10:B10"));
        })).body("ready", equalTo(3)).extract().path("id");
        DESK.call().get("/staff/desk/sheets/" + id).then().body(containsString("测试甲"))
                .body("html.body.main.div.table.tbody.tr.findAll { it.td[3] == '测试甲' }.size()", equalTo(3));
    }

    @Test
    void readsTheFirstVisibleSheetWithLabelsAndTellsOfOthers() {
        byte[] bytes = workbook(sheet -> {
            fill(labelled(sheet), "第一张 " + mark, "其他", "村口的路灯坏了，晚上看不见路。", "", "", "", "信函", "2026-01-05");
            XSSFWorkbook workbook = sheet.getWorkbook();
            fill(labelled(workbook.createSheet("隐藏的")), "隐藏的 " + mark);
            fill(labelled(workbook.createSheet("第二张")), "第二张 " + mark);
            workbook.setSheetHidden(1, true);
        });
        uploaded(DESK, "表.xlsx", bytes).body("rows", equalTo(1)).body("ready", equalTo(1))
                .body("notes", hasItem(containsString("第二张"))).body("notes", not(hasItem(containsString("隐藏的"))));
    }

    @Test
    void takesItsOwnTemplateFilledIn() throws IOException {
        byte[] template = DESK.call().queryParam("campaign", "DZ2025").get(SHEETS + "/template.xlsx").then().statusCode(200)
                .extract().asByteArray();
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Row row = sheet.createRow(1);
            for (Cell label : sheet.getRow(0)) {
                row.createCell(label.getColumnIndex()).setCellValue(switch (label.getStringCellValue()) {
                    case "建议事项名称" -> "给村里修路灯 " + mark;
                    case "事项类别" -> "交通出行";
                    case "建议内容" -> "村口的路灯坏了，晚上看不见路。";
                    case "所在镇街" -> "龙水镇";
                    case "建议人身份" -> "人大代表";
                    case "是否需要答复" -> "否";
                    case "联系电话" -> "023-4372 1234";
                    case "来源" -> "现场";
                    case "收到日期" -> "2026年1月5日";
                    default -> "";
                });
            }
            workbook.write(filled);
        }
        String id = uploaded(DESK, "模板.xlsx", filled.toByteArray()).body("ready", equalTo(1))
                .body("notes.size()", equalTo(0))
                .extract().path("id");
        confirm(DESK, id);
        await(id);
        Proposal proposal = only();
        assertThat(proposal.category()).isEqualTo("TRANSPORT");
        assertThat(proposal.township()).isEqualTo("longshui");
        assertThat(proposal.channel()).isEqualTo(Channel.DESK);
        assertThat(proposal.replyWanted()).isFalse();
        assertThat(DESK.call().queryParam("campaign", "DZ2025").get(SHEETS + "/template.csv").then().statusCode(200)
                .extract().asString()).startsWith("\uFEFF\"建议事项名称\",\"事项类别\",\"建议内容\"");
    }

    @Test
    void refusesBombsAndOtherFilesInAWorkbooksName() throws IOException {
        byte[] honest = workbook(sheet -> fill(labelled(sheet), "炸弹 " + mark));
        byte[] bomb = replaced(honest, "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + " ".repeat(60_000_000)
                        + "</t></is></c></row></sheetData></worksheet>");
        assertThat(bomb.length).isLessThan(200_000);
        refused(bomb).statusCode(400).body("violations[0].message", containsString("过"));
        byte[] entities = replaced(honest, "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\">"
                        + "<is><t>&a;</t></is></c></row></sheetData></worksheet>");
        refused(entities).statusCode(400).body(not(containsString("root:")));
        refused(Arrays.copyOf(honest, honest.length / 2)).statusCode(415).body("detail", containsString("xlsx 或 csv"));
        refused("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)).statusCode(400);
    }

    private static ValidatableResponse refused(byte[] content) {
        return upload(DESK, "表.xlsx", content);
    }

    private Proposal only() {
        return QuarkusTransaction.requiringNew()
                .call(() -> proposals.find("title like ?1", "%" + mark + "%").singleResult());
    }

    private static byte[] workbook(Consumer<XSSFSheet> filling) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.accept(workbook.createSheet("征集表"));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the labels and returns the row below. */
    private static Row labelled(XSSFSheet sheet) {
        fill(sheet.createRow(0), LABELS);
        return sheet.createRow(1);
    }

    private static void fill(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            fill(row, i, texts[i]);
        }
    }

    private static void fill(Row row, int column, String text) {
        if (!text.isEmpty()) {
            row.createCell(column).setCellValue(text);
        }
    }

    private static byte[] replaced(byte[] zip, String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    out.write(content.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }
}
