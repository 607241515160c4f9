package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.ZipBomb;

/** Documents made to trouble a reader: each ends as a plain attachment or with a reason for a person, and soon. */
class HostileDocumentTest {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @Test
    void stopsInflatingADocxOfFourGigabytes() throws IOException {
        long before = used();
        ReadForms.Outcome outcome = ReadForms.read("大.docx", ZipBomb.of("word/document.xml"));

        assertThat(outcome.trouble()).contains("大.docx").contains("没有打开");
        assertThat(outcome.forms()).isEmpty();
        assertThat(used() - before).isLessThan(200L << 20);
    }

    @Test
    void stopsInflatingASheetAndAnOpenDocument() throws IOException {
        assertThat(ReadForms.read("大.odt", ZipBomb.of("content.xml")).trouble()).contains("没有打开");
        assertThat(ReadForms.read("大.zip", ZipBomb.of("表.docx")).trouble()).contains("没有打开");
    }

    @Test
    void stopsInflatingAPdf() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        .getBytes(ISO_8859_1));
        pdf.writeBytes(
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n".getBytes(ISO_8859_1));
        byte[] zeros = zlib(64 << 20);
        pdf.writeBytes(("4 0 obj\n<</Length " + zeros.length + "/Filter/FlateDecode>>\nstream\n").getBytes(ISO_8859_1));
        pdf.writeBytes(zeros);
        pdf.writeBytes("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF".getBytes(ISO_8859_1));

        assertThat(ReadForms.read("大.pdf", pdf.toByteArray()).trouble()).contains("没有打开");
    }

    @Test
    void resolvesNoEntities() throws IOException {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document " + W
                + "><w:body><w:p><w:r><w:t>建议名称：&a;给老旧小区加装电梯</w:t></w:r></w:p></w:body></w:document>";
        ReadForms.Outcome outcome = ReadForms.read("x.docx", zip("word/document.xml", xml.getBytes(UTF_8)));

        assertThat(outcome.forms()).isEmpty();
    }

    @Test
    void refusesNestingWithoutEnd() throws IOException {
        String deep = "<w:sdt><w:sdtContent>".repeat(50_000);
        ReadForms.Outcome outcome = ReadForms.read("x.docx", zip("word/document.xml",
                ("<w:document " + W + "><w:body>" + deep).getBytes(UTF_8)));

        assertThat(outcome.trouble()).contains("嵌套");
        assertThat(ReadForms.read("x.rtf", ("{\\rtf1" + "{".repeat(100_000)).getBytes(UTF_8)).trouble()).contains("嵌套");
    }

    @Test
    void leavesEncryptedFilesToAPerson() throws IOException {
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("建议名称");
            book.write(xls);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[600]), "EncryptedPackage");
            files.writeFilesystem(docx);
        }

        assertThat(ReadForms.read("锁.xls", xls.toByteArray()).trouble()).contains("密码");
        assertThat(ReadForms.read("锁.docx", docx.toByteArray()).trouble()).contains("密码");
        assertThat(ReadForms.read("锁.pdf", "%PDF-1.4\ntrailer\n<</Encrypt 5 0 R>>".getBytes(UTF_8)).trouble()).contains("密码");
    }

    @Test
    void takesBrokenFilesForPlainAttachments() throws IOException {
        Random random = new Random(11);
        for (String name : new String[] { "classic-four-columns.docx", "classic-doc.doc", "sheet-two-columns.xls",
                "sheet-classic.xlsx", "classic-odt.odt", "classic-rtf.rtf", "two-columns-pdf.pdf", "several-forms.zip" }) {
            byte[] whole = Files.readAllBytes(Path.of("src/test/resources/forms", name));
            for (int i = 0; i < 12; i++) {
                byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                for (int j = 0; j < 20; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                assertThat(ReadForms.read(name, broken)).isNotNull();
            }
        }
        assertThat(ReadForms.read("空.docx", new byte[0]).forms()).isEmpty();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static byte[] zlib(int zeros) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        byte[] out = new byte[1 << 20];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
