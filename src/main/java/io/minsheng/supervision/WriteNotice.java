package io.minsheng.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.SiteSettings;

/** The 督办通知书 on paper: as a page to print and as a Word document, in the same words. */
@ApplicationScoped
public class WriteNotice {

    private static final String TITLE = "督办通知书";
    private static final int TITLE_SIZE = 22;
    private static final int TEXT_SIZE = 16;
    private static final int INDENT = 640;

    private final ViewSupervision viewSupervision;
    private final SiteSettings site;

    WriteNotice(ViewSupervision viewSupervision, SiteSettings site) {
        this.viewSupervision = viewSupervision;
        this.site = site;
    }

    /**
     * What is on the sheet.
     *
     * @param paragraphs the body, without personal data of the case's author
     * @param on the day of issue in words
     */
    public record Sheet(String id, String number, String to, List<String> paragraphs, String office, String on) {

        public String title() {
            return TITLE;
        }
    }

    /**
     * The sheet of an issued notice.
     *
     * @throws Refusal 404 unknown or not theirs, 409 not issued
     */
    @Transactional
    public Sheet sheet(String id, Actor actor) {
        SupervisionView view = viewSupervision.view(id, actor);
        if (!view.isIssued()) {
            throw Refusal.conflict("督办通知书尚未发出，不能打印。");
        }
        String matter = view.cause() == Cause.EVALUATION
                ? "你单位承办的建议“" + Masking.freeText(view.subject()) + "”（受理编号 " + view.caseNumber() + "）的评估意见"
                : "你单位牵头的民生实事项目“" + view.subject() + "”的月度进展";
        return new Sheet(id, view.number(), view.organisation(),
                List.of(matter + "已超过规定期限，经催办仍未报送。现予以督办，要求如下：", view.notice().text(),
                        "请在" + Shanghai.sayDate(view.notice().dueOn()) + "前书面回复办理情况。逾期未回复的，将提请约谈。"),
                site.office().orElse(site.district()), Shanghai.sayDate(view.notice().at()));
    }

    /** The sheet as a Word document (docx). */
    public byte[] docx(Sheet sheet) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(TITLE + " " + sheet.number());
            line(document, TITLE, ParagraphAlignment.CENTER, TITLE_SIZE, true);
            line(document, sheet.number(), ParagraphAlignment.CENTER, TEXT_SIZE, false);
            line(document, sheet.to() + "：", ParagraphAlignment.LEFT, TEXT_SIZE, false);
            for (String paragraph : sheet.paragraphs()) {
                for (String part : paragraph.split("\n")) {
                    line(document, part, ParagraphAlignment.BOTH, TEXT_SIZE, false).setIndentationFirstLine(INDENT);
                }
            }
            line(document, sheet.office(), ParagraphAlignment.RIGHT, TEXT_SIZE, false);
            line(document, sheet.on(), ParagraphAlignment.RIGHT, TEXT_SIZE, false);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can be written", e);
        }
    }

    private static XWPFParagraph line(XWPFDocument document, String text, ParagraphAlignment alignment, int size,
            boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily("FangSong");
        run.setFontFamily("仿宋", XWPFRun.FontCharRange.eastAsia);
        return paragraph;
    }
}
