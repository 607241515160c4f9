package io.minsheng.intake.desk.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Csv;
import io.minsheng.proposal.ProposerKind;

/** The empty spreadsheet of a campaign, made from its form: text columns, lists to choose from, and how to fill it in. */
@ApplicationScoped
public class SheetTemplate {

    private static final int ROWS = 5_000;
    private static final int WIDTH = 16 * 256;
    private static final int WIDE = 50 * 256;
    private static final String LISTS = "选项";

    private final Campaigns campaigns;
    private final Organisations organisations;

    SheetTemplate(Campaigns campaigns, Organisations organisations) {
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /**
     * As xlsx.
     *
     * @throws Refusal 404 no such campaign
     */
    public byte[] xlsx(String campaign) {
        CampaignRules rules = campaigns.rules(campaign);
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("征集表");
            XSSFSheet lists = workbook.createSheet(LISTS);
            fill(workbook, sheet, lists, rules);
            explain(workbook.createSheet("填写说明"), rules);
            workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The labels alone as CSV in UTF-8 with byte order mark.
     *
     * @throws Refusal 404 no such campaign
     */
    public byte[] csv(String campaign) {
        List<AskedField> form = campaigns.rules(campaign).fields();
        return (Csv.BYTE_ORDER_MARK + Csv.line(Column.of(form).stream().map(each -> each.label(form)).toList()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void fill(XSSFWorkbook workbook, XSSFSheet sheet, XSSFSheet lists, CampaignRules rules) {
        // as text, so that no telephone number loses its zero and no day its form
        XSSFCellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setWrapText(true);
        List<Column> columns = Column.of(rules.fields());
        XSSFRow head = sheet.createRow(0);
        XSSFCellStyle bold = heading(workbook);
        for (int i = 0; i < columns.size(); i++) {
            XSSFCell cell = head.createCell(i);
            cell.setCellValue(columns.get(i).label(rules.fields()));
            cell.setCellStyle(bold);
            sheet.setDefaultColumnStyle(i, text);
            sheet.setColumnWidth(i, columns.get(i) == Column.CONTENT || columns.get(i) == Column.REASON ? WIDE : WIDTH);
            choices(sheet, lists, i, choices(columns.get(i), rules));
        }
        sheet.createFreezePane(0, 1);
    }

    private static XSSFCellStyle heading(XSSFWorkbook workbook) {
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private List<String> choices(Column column, CampaignRules rules) {
        return switch (column) {
            case CATEGORY -> rules.categories().stream().map(each -> each.name()).toList();
            case TOWNSHIP -> organisations.townships().stream().map(Organisation::shortName).toList();
            case KIND -> Stream.of(ProposerKind.values()).map(ProposerKind::label).toList();
            case REPLY -> List.of("是", "否");
            case CHANNEL -> List.of("信函", "现场", "电话");
            default -> List.of();
        };
    }

    /** A list in the sheet itself may have 255 characters only, hence one beside it. */
    private static void choices(XSSFSheet sheet, XSSFSheet lists, int column, List<String> choices) {
        if (choices.isEmpty()) {
            return;
        }
        for (int i = 0; i < choices.size(); i++) {
            XSSFRow row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(column).setCellValue(choices.get(i));
        }
        String letters = Line.letters(column);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(LISTS + "!$" + letters + "$1:$" + letters + "$" + choices.size()),
                new CellRangeAddressList(1, ROWS, column, column));
        validation.setShowErrorBox(true);
        validation.createErrorBox("请从列表中选择", "请从下拉列表中选择一项。");
        sheet.addValidationData(validation);
    }

    private static void explain(XSSFSheet sheet, CampaignRules rules) {
        String needed = String.join("、", rules.fields().stream()
                .filter(each -> List.of("title", "category", "content").contains(each.code())).map(AskedField::label).toList());
        List<String> lines = List.of(rules.title(), "一行登记一条建议；第一行是栏目名称，请不要改动，可以调整次序、删去用不到的栏。",
                "必须填写：" + needed + "；来源和收到日期可以在上传时统一填写。", "建议事项名称 4 至 60 字，建议内容 10 至 5,000 字，照原话录入，不要录入身份证号。",
                "日期写成 2024-10-21 的样子；邮戳日期只有信函才填，是否逾期以邮戳为准。", "上传后先显示每一行的检查结果，确认之后才登记；同一行重复上传不会重复登记。",
                "不要使用公式、合并单元格、隐藏行。");
        for (int i = 0; i < lines.size(); i++) {
            sheet.createRow(i).createCell(0).setCellValue(lines.get(i));
        }
        sheet.setColumnWidth(0, 2 * WIDE);
    }
}
