package io.minsheng.publication.guard;

import static io.minsheng.fixture.LeakyFiles.comment;
import static io.minsheng.fixture.LeakyFiles.docx;
import static io.minsheng.fixture.LeakyFiles.hiddenNumber;
import static io.minsheng.fixture.LeakyFiles.hiddenSheet;
import static io.minsheng.fixture.LeakyFiles.inRuns;
import static io.minsheng.fixture.LeakyFiles.jpeg;
import static io.minsheng.fixture.LeakyFiles.pdf;
import static io.minsheng.fixture.LeakyFiles.photo;
import static io.minsheng.fixture.LeakyFiles.picture;
import static io.minsheng.fixture.LeakyFiles.withPart;
import static io.minsheng.fixture.LeakyFiles.xls;
import static io.minsheng.fixture.LeakyFiles.xlsx;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.platform.text.Masking;
import io.minsheng.publication.guard.FileText.Place;
import io.minsheng.publication.guard.FileText.Sort;

class ReadFileTest {

    private static final String PHONE = "13800001234";
    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    /** Where the number was found. */
    private static List<String> found(byte[] file) throws UnreadableFile {
        return ReadFile.of(file).places().stream()
                .filter(each -> Masking.find(each.text()).stream().anyMatch(one -> one.kind().equals("手机号码"))).map(Place::where)
                .distinct().toList();
    }

    @Test
    void readsPropertiesOfADocument() throws Exception {
        assertThat(found(docx(each -> each.getProperties().getCoreProperties().setDescription("联系 " + PHONE)))).containsExactly(
                "文件属性");
        assertThat(found(docx(each -> each.getProperties().getCustomProperties().addProperty("电话", PHONE)))).containsExactly(
                "文件属性");
        assertThat(found(docx(each -> each.getProperties().getExtendedProperties().setCompany(PHONE)))).containsExactly("文件属性");
    }

    @Test
    void joinsWhatAWordProcessorHasCutIntoRuns() throws Exception {
        assertThat(found(docx(inRuns("电话 138", "0000", "1234")))).containsExactly("正文");
    }

    @Test
    void readsBothStatesOfTrackedChanges() throws Exception {
        String deleted = "<w:document " + WORD + "><w:body><w:p><w:r><w:t>请咨询</w:t></w:r><w:del w:author='王小明'><w:r><w:delText>"
                + "138</w:delText></w:r><w:r><w:delText>00001234</w:delText></w:r></w:del></w:p></w:body></w:document>";
        byte[] file = withPart(docx(each -> {
        }), "word/document.xml", deleted);

        assertThat(found(file)).containsExactly("正文的修订痕迹");
        assertThat(ReadFile.of(file).places()).contains(new Place("正文", "王小明", Sort.PERSON));
        String shown = deleted.replace("<w:t>请咨询</w:t>", "<w:t>138</w:t>").replace("<w:delText>138</w:delText>",
                "<w:delText>9</w:delText>").replace("</w:del>", "</w:del><w:r><w:t>00001234</w:t></w:r>");
        assertThat(found(withPart(file, "word/document.xml", shown))).containsExactly("正文");
    }

    @Test
    void readsCommentsHeadersNotesAndAlternativeTexts() throws Exception {
        byte[] plain = docx(each -> {
        });
        String words = "<w:x " + WORD + "><w:p><w:r><w:t>" + PHONE + "</w:t></w:r></w:p></w:x>";
        assertThat(found(withPart(plain, "word/comments.xml", words))).containsExactly("批注");
        assertThat(found(withPart(plain, "word/header1.xml", words))).containsExactly("页眉页脚");
        assertThat(found(withPart(plain, "word/footnotes.xml", words))).containsExactly("脚注");
        assertThat(found(withPart(plain, "customXml/item1.xml", "<a><b>" + PHONE + "</b></a>"))).containsExactly("附带数据");
        assertThat(found(withPart(plain, "word/document.xml", "<w:document " + WORD + "><w:docPr descr='" + PHONE
                + "'/></w:document>"))).containsExactly("正文");
        assertThat(found(withPart(plain, "word/_rels/document.xml.rels", "<Relationships><Relationship Target='tel:" + PHONE
                + "'/></Relationships>"))).containsExactly("链接");
    }

    @Test
    void readsHiddenSheetsNumbersAndComments() throws Exception {
        assertThat(found(xlsx(hiddenSheet("找 " + PHONE)))).contains("工作表“联系人”（隐藏）");
        assertThat(found(xlsx(hiddenNumber(13800001234d)))).containsExactly("工作表“号码”（隐藏）");
        assertThat(found(xlsx(comment(PHONE)))).contains("批注");
        assertThat(found(xlsx(book -> book.getSheetAt(0).getHeader().setLeft(PHONE)))).contains("工作表“项目表”");
        assertThat(found(xlsx(book -> book.getSheetAt(0).getRow(0).getCell(0).setCellValue(0.13800001234)))).isEmpty();
    }

    @Test
    void readsOldWorkbooks() throws Exception {
        assertThat(found(xls(hiddenSheet("找 " + PHONE)))).contains("工作表“联系人”（隐藏）");
        assertThat(found(xls(hiddenNumber(13800001234d)))).containsExactly("工作表“号码”（隐藏）");
        assertThat(found(xls(comment(PHONE)))).contains("工作表“项目表”的批注");
    }

    @Test
    void readsWhatPicturesCarryAlsoInsideOfDocuments() throws Exception {
        assertThat(found(jpeg("电话" + PHONE))).containsExactly("图片附带信息");
        assertThat(found(docx(picture(jpeg("电话" + PHONE))))).hasSize(1).first().asString().endsWith("的图片附带信息");
        assertThat(found(photo("jpg"))).isEmpty();
        assertThat(ReadFile.of(photo("jpg")).pictures()).isEqualTo(1);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(photo("jpg"));
        longer.writeBytes(PHONE.getBytes(US_ASCII));
        assertThat(found(longer.toByteArray())).hasSize(1);
    }

    @Test
    void readsCommentsBetweenTheScansAndBehindAPicture() throws Exception {
        byte[] photo = photo("jpg");
        ByteArrayOutputStream between = new ByteArrayOutputStream();
        between.write(photo, 0, photo.length - 2);
        between.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xFF, (byte) 0xFE, 0, (byte) (PHONE.length() + 2) });
        between.writeBytes(PHONE.getBytes(US_ASCII));
        between.write(photo, photo.length - 2, 2);
        assertThat(found(between.toByteArray())).containsExactly("图片附带信息");
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(photo);
        two.writeBytes(PHONE.getBytes(US_ASCII));
        two.writeBytes(photo);
        assertThat(found(two.toByteArray())).containsExactly("图片附带信息");
        assertThat(ReadFile.of(Arrays.copyOf(photo, photo.length - 2)).pictures()).isEqualTo(1);
    }

    @Test
    void readsWhatTheFilesInsideAreCalled() throws Exception {
        byte[] file = withPart(docx(each -> {
        }), "word/media/王小明 " + PHONE + ".xml", "<a/>");
        assertThat(found(file)).containsExactly("内含文件的名称");
        assertThat(ReadFile.of(file).places()).noneMatch(each -> each.sort() == Sort.TEXT && each.text().contains("王小明"));
        assertThat(found(withPart(file, "联系人 13800009999/", ""))).containsExactly("内含文件的名称");
    }

    @Test
    void readsTextChunksOfPngs() throws Exception {
        assertThat(found(png("tEXt", ("Comment\0" + PHONE).getBytes(US_ASCII)))).hasSize(1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(US_ASCII));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(PHONE.getBytes(US_ASCII));
        }
        assertThat(found(png("zTXt", packed.toByteArray()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { -12, -20, Integer.MIN_VALUE, 1_500_000_000, Integer.MAX_VALUE })
    void doesNotBelieveTheLengthOfAChunk(int length) {
        byte[] png = photo("png");
        System.arraycopy(number(length), 0, png, 8 + 25, 4);
        assertThatThrownBy(() -> ReadFile.of(png)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void readsEmptyTextChunks() throws Exception {
        assertThat(found(png("tEXt", new byte[0]))).isEmpty();
    }

    private static byte[] png(String type, byte[] content) {
        byte[] plain = photo("png");
        int header = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, header);
        byte[] chunk = new byte[content.length + 4];
        System.arraycopy(type.getBytes(US_ASCII), 0, chunk, 0, 4);
        System.arraycopy(content, 0, chunk, 4, content.length);
        CRC32 crc = new CRC32();
        crc.update(chunk);
        out.writeBytes(number(content.length));
        out.writeBytes(chunk);
        out.writeBytes(number((int) crc.getValue()));
        out.write(plain, header, plain.length - header);
        return out.toByteArray();
    }

    private static byte[] number(int number) {
        return new byte[] { (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number };
    }

    @Test
    void readsPagesPropertiesNotesAndFilesInAPdf() throws Exception {
        assertThat(found(pdf("Call " + PHONE))).containsExactly("第 1 页");
        assertThat(found(pdfWith(document -> document.getDocumentInformation().setCustomMetadataValue("Tel", PHONE))))
                .hasSize(1);
        assertThat(found(pdfWith(document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents(PHONE);
            document.getPage(0).setAnnotations(List.of(note));
        }))).hasSize(1);
        assertThat(found(pdfWith(document -> {
            PDEmbeddedFile file = new PDEmbeddedFile(document);
            try (var out = file.createOutputStream()) {
                out.write(xlsx(hiddenSheet(PHONE)));
            }
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("list.xlsx");
            specification.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(java.util.Map.of("list", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        }))).contains("嵌入的文件中的工作表“联系人”（隐藏）");
    }

    private interface PdfEdit {
        void to(PDDocument document) throws Exception;
    }

    private static byte[] pdfWith(PdfEdit edit) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf("Plan"))) {
            edit.to(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        byte[] broken = Arrays.copyOf(xlsx(hiddenSheet("x")), 900);
        assertThatThrownBy(() -> ReadFile.of(broken)).isInstanceOf(UnreadableFile.class);
        byte[] locked = pdfWith(
                document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        assertThatThrownBy(() -> ReadFile.of(locked)).isInstanceOf(UnreadableFile.class).hasMessageContaining("密码");
        byte[] bomb = withPart(docx(each -> {
        }), "word/document.xml", "<a>" + " ".repeat(30_000_000) + "</a>");
        assertThatThrownBy(() -> ReadFile.of(bomb)).isInstanceOf(UnreadableFile.class).hasMessageContaining("MB");
        byte[] deep = withPart(docx(each -> {
        }), "word/document.xml", "<a>".repeat(1000) + "</a>".repeat(1000));
        assertThatThrownBy(() -> ReadFile.of(deep)).isInstanceOf(UnreadableFile.class).hasMessageContaining("层");
    }

    @Test
    void opensNoEntities() throws Exception {
        byte[] file = withPart(docx(each -> {
        }), "word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>");
        try {
            assertThat(ReadFile.of(file).places()).noneMatch(each -> each.where().equals("正文"));
        } catch (UnreadableFile refused) {
            assertThat(refused).hasMessageContaining("损坏");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "王小明", "李雷", "欧阳娜娜" })
    void knowsNamesOfPeople(String name) {
        assertThat(PersonNames.looksLikeOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "社会事业科", "区教委", "Administrator", "WPS Office", "微软用户", "金山办公" })
    void knowsWhatIsNoPerson(String name) {
        assertThat(PersonNames.looksLikeOne(name)).isFalse();
    }

    @Test
    void readsPlainBytesInEveryEncoding() {
        assertThat(PickedSigns.ofText("备注：王小明".getBytes(UTF_8))).anyMatch(each -> each.contains("王小明"));
    }
}
