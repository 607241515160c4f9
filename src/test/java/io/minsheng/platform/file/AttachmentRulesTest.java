package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.platform.error.Refusal;

class AttachmentRulesTest extends AttachedFiles {

    @Nested
    class Kinds {

        @Test
        void knowsOfficeFilesByContent() throws IOException {
            assertThat(accept("a.zip", zip("[Content_Types].xml", "word/document.xml")).kind()).isEqualTo(AttachmentKind.DOCX);
            assertThat(accept("a.docx", zip("[Content_Types].xml", "xl/workbook.xml")).name()).isEqualTo("a.xlsx");
            assertThat(accept("征集表.doc", ole("WordDocument")).kind()).isEqualTo(AttachmentKind.DOC);
            assertThat(accept("a.xls", ole("Workbook")).kind()).isEqualTo(AttachmentKind.XLS);
            assertThat(accept("a.pdf", pdf("")).kind()).isEqualTo(AttachmentKind.PDF);
        }

        @Test
        void refusesEverythingElse() throws IOException {
            refuses("a.docx", zip("evil.exe")).extracting("status").isEqualTo(415);
            refuses("a.docx", zip("[Content_Types].xml", "ppt/presentation.xml")).extracting("status").isEqualTo(415);
            refuses("a.docx", zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")).extracting("status")
                    .isEqualTo(415);
            refuses("a.jpg", "<html><script>alert(1)</script></html>".getBytes(UTF_8)).extracting("status").isEqualTo(415);
            refuses("a.pdf", "MZ\u0090\0".getBytes(ISO_8859_1)).extracting("status").isEqualTo(415);
            refuses("a.doc", ole("__substg1.0_0037001F")).extracting("status").isEqualTo(415);
            refuses("a.docx", "纯文本".getBytes(UTF_8)).extracting("status").isEqualTo(415);
        }

        @Test
        void takesPhotosOnlyWhereOnlyPhotosAreWanted() throws IOException {
            assertThat(rules.acceptPhoto("a", new ByteArrayInputStream(image("png"))).kind()).isEqualTo(AttachmentKind.PNG);
            for (byte[] other : List.of(pdf(""), ole("Workbook"), "纯文本".getBytes(UTF_8))) {
                assertThatThrownBy(() -> rules.acceptPhoto("a.jpg", new ByteArrayInputStream(other)))
                        .isInstanceOf(Refusal.class).hasMessageContaining("照片应为 jpg 或 png").extracting("status").isEqualTo(415);
            }
        }

        @Test
        void saysWhyMacrosAndPasswordsAreRefused() throws IOException {
            refuses("a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).hasMessageContaining("宏");
            refuses("a.xls", ole("Workbook", "_VBA_PROJECT")).hasMessageContaining("宏");
            refuses("a.doc", ole("WordDocument", "_VBA_PROJECT")).hasMessageContaining("宏");
            refuses("a.docx", ole("EncryptedPackage")).hasMessageContaining("密码");
        }

        @Test
        void survivesBrokenContainers() throws IOException {
            byte[] zip = zip("[Content_Types].xml", "word/document.xml");
            for (int length = 4; length < zip.length; length += 3) {
                refuses("a.docx", Arrays.copyOf(zip, length)).extracting("status").isEqualTo(415);
            }
            byte[] bomb = zip.clone();
            int entry = new String(bomb, ISO_8859_1).indexOf("PK\1\2");
            ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, 0x7fffffff);
            refuses("a.docx", bomb).extracting("status").isEqualTo(415);
        }

        @Test
        void refusesBombsThatSayTheyAreSmall() throws IOException {
            byte[] honest = Packed.zip(Map.of("[Content_Types].xml", new byte[10], "word/document.xml", new byte[3_000_000]));
            assertThat(accept("a.docx", honest).content()).isEqualTo(honest);
            byte[] lying = honest.clone();
            ByteBuffer zip = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + 46 < lying.length; at++) {
                if (zip.getInt(at) == 0x02014b50 && zip.getInt(at + 24) == 3_000_000) {
                    zip.putInt(at + 24, 30);
                }
            }
            refuses("a.docx", lying).hasMessageContaining("损坏");
            refuses("a.docx",
                    Packed.zip(Map.of("[Content_Types].xml", new byte[10], "word/document.xml", new byte[270_000_000])))
                    .hasMessageContaining("太大");
        }

        @Test
        void refusesWhatCanBeReadAsTwoKinds() throws IOException {
            byte[] zip = zip("evil.exe");
            byte[] docx = zip("[Content_Types].xml", "word/document.xml");
            byte[] image = image("jpg");
            byte[] cutPhotoWithZip = joined(Arrays.copyOf(image, image.length - 20), zip);

            refuses("a.pdf", joined(pdf(""), zip)).extracting("status").isEqualTo(415);
            refuses("a.jpg", cutPhotoWithZip).hasMessageContaining("压缩包");
            refuses("a.docx", joined("#!/bin/sh\n".getBytes(US_ASCII), docx)).extracting("status").isEqualTo(415);
            refuses("a.docx", joined(docx, "<html>".getBytes(US_ASCII))).extracting("status").isEqualTo(415);
            refuses("a.pdf", joined("<html>".getBytes(US_ASCII), pdf(""))).extracting("status").isEqualTo(415);
            assertThat(accept("a.jpg", joined(image, zip)).content()).as("what follows a picture is left out").isEqualTo(image);
        }

        @Test
        void refusesDocumentsThatDoSomething() throws IOException {
            refuses("a.pdf", pdf("1 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj")).hasMessageContaining("脚本");
            refuses("a.pdf", pdf("1 0 obj\n<</S/J#61vaScript>>\nendobj")).hasMessageContaining("脚本");
            refuses("a.pdf", pdf("1 0 obj\n<</Names<</EmbeddedFiles 2 0 R>>>>\nendobj")).hasMessageContaining("内嵌文件");
            refuses("a.pdf", pdf("1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>stream\n"
                    + deflated("2 0 <</S/Launch/F(cmd.exe)>>") + "\nendstream\nendobj")).hasMessageContaining("程序");
            refuses("a.pdf", Arrays.copyOf(pdf(" ".repeat(2000)), 1500)).hasMessageContaining("不完整");
            byte[] drawn = pdf("1 0 obj\n<</Length 9>>stream\n(/Launch)\nendstream\nendobj\n2 0 obj\n<</Lang(zh)>>\nendobj");
            assertThat(accept("a.pdf", drawn).content()).isEqualTo(drawn);
        }

        @Test
        void saysWhatToDoWithPhotosOfAnotherFormat() {
            byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
            refuses("IMG_0001.HEIC", heic).hasMessageContaining("JPG");
            refuses("a.webp", "RIFF\u0024\0\0\0WEBPVP8 ".getBytes(ISO_8859_1)).hasMessageContaining("jpg、png");
        }
    }

    @Nested
    class Limits {

        @Test
        void refusesTooLargeEmptyAndTooMany() {
            refuses("a.pdf", new byte[1024 * 1024 + 1]).extracting("status").isEqualTo(413);
            refuses("a.pdf", new byte[0]).extracting("status").isEqualTo(400);
            assertThatThrownBy(() -> rules.checkRoom(10)).isInstanceOf(Refusal.class).extracting("status").isEqualTo(409);
            rules.checkRoom(9);
        }
    }

    private static byte[] zip(String... names) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, "<x/>".getBytes(US_ASCII));
        }
        return Packed.zip(files);
    }

    private static String deflated(String text) throws IOException {
        return new String(Packed.deflated(text.getBytes(US_ASCII)), ISO_8859_1);
    }

    private static byte[] joined(byte[] one, byte[] other) throws IOException {
        return insert(one, one.length, other);
    }

    /** The head and one directory entry of an OLE2 file. */
    private static byte[] ole(String... streams) {
        ByteBuffer ole = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        ole.putLong(0, 0xE11AB1A1E011CFD0L);
        for (int i = 0; i < streams.length; i++) {
            int at = 1024 + 128 * i;
            byte[] name = streams[i].getBytes(UTF_16LE);
            ole.position(at).put(name);
            ole.putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) 2);
        }
        return ole.array();
    }
}
