package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.platform.error.Refusal;
import io.quarkus.runtime.configuration.MemorySize;

class AttachmentRulesTest {

    private final AttachmentRules rules = new AttachmentRules(new AttachmentSettings() {

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(1024 * 1024));
        }

        @Override
        public int perCase() {
            return 10;
        }
    });

    @Nested
    class Kinds {

        @Test
        void knowsOfficeFilesByContent() throws IOException {
            assertThat(accept("a.zip", zip("[Content_Types].xml", "word/document.xml")).kind()).isEqualTo(AttachmentKind.DOCX);
            assertThat(accept("a.docx", zip("[Content_Types].xml", "xl/workbook.xml")).name()).isEqualTo("a.xlsx");
            assertThat(accept("征集表.doc", ole("WordDocument")).kind()).isEqualTo(AttachmentKind.DOC);
            assertThat(accept("a.xls", ole("Workbook")).kind()).isEqualTo(AttachmentKind.XLS);
            assertThat(accept("a.pdf", "%PDF-1.7\n".getBytes(US_ASCII)).kind()).isEqualTo(AttachmentKind.PDF);
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
        void saysWhyMacrosAndPasswordsAreRefused() throws IOException {
            refuses("a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).hasMessageContaining("宏");
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

    @Nested
    class Photos {

        @Test
        void loseMetadataButNotTheirOrientation() throws IOException {
            byte[] plain = image("jpg");
            byte[] tagged = insert(plain, 2, segment(0xE1, exif(6, "GPS 29.70,105.72")),
                    segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>"),
                    segment(0xED, "Photoshop 3.0\0"), segment(0xFE, "作者"), segment(0xE2, "MPF\0"));
            byte[] trailing = Arrays.copyOf(tagged, tagged.length + 100);

            byte[] kept = accept("a.jpg", trailing).content();

            String text = new String(kept, ISO_8859_1);
            assertThat(text).doesNotContain("GPS", "adobe", "Photoshop", "MPF").contains("Exif\0\0MM");
            assertThat(kept).hasSize(plain.length + 36).endsWith((byte) 0xFF, (byte) 0xD9);
            assertSamePicture(plain, kept);
        }

        @Test
        void areLeftAloneWithoutMetadata() throws IOException {
            byte[] plain = image("jpg");

            assertThat(accept("a.jpg", plain).content()).isEqualTo(plain);
            assertThat(accept("a.jpg", insert(plain, 2, segment(0xE1, exif(1, "GPS")))).content()).isEqualTo(plain);
        }

        @Test
        void thatAreBrokenAreRefusedAndCutOnesKept() throws IOException {
            byte[] plain = image("jpg");
            assertThat(accept("a.jpg", Arrays.copyOf(plain, plain.length - 20)).content()).hasSize(plain.length - 20);
            for (int length = 4; length < 200; length += 7) {
                refuses("a.jpg", Arrays.copyOf(plain, length)).extracting("status").isEqualTo(415);
            }
        }

        @Test
        void ofPngKindLoseTextsAndExif() throws IOException {
            byte[] plain = image("png");
            byte[] tagged = insert(plain, 33, chunk("tEXt", "Author\0Zhang"), chunk("eXIf", "MM GPS"), chunk("iTXt", "x"));

            assertThat(accept("a.png", Arrays.copyOf(tagged, tagged.length + 9)).content()).isEqualTo(plain);
            refuses("a.png", Arrays.copyOf(plain, plain.length - 14)).extracting("status").isEqualTo(415);
        }
    }

    private AcceptedFile accept(String name, byte[] content) {
        return rules.accept(name, new ByteArrayInputStream(content));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refuses(String name, byte[] content) {
        return assertThatThrownBy(() -> accept(name, content)).isInstanceOf(Refusal.class);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    /** The head and one directory entry of an OLE2 file. */
    private static byte[] ole(String stream) {
        ByteBuffer ole = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        ole.putLong(0, 0xE11AB1A1E011CFD0L);
        byte[] name = stream.getBytes(UTF_16LE);
        ole.position(1024).put(name);
        ole.putShort(1024 + 64, (short) (name.length + 2)).put(1024 + 66, (byte) 2);
        return ole.array();
    }

    private static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillOval(5, 5, 20, 20);
        image.setRGB(1, 1, Color.RED.getRGB());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(other));
        assertThat(second.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(first.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    private static String exif(int orientation, String more) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return "Exif\0\0" + new String(tiff.array(), ISO_8859_1) + more;
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(content.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8);
        return ByteBuffer.allocate(bytes.length + 4).put((byte) 0xFF).put((byte) marker).putShort((short) (bytes.length + 2))
                .put(bytes)
                .array();
    }

    private static byte[] chunk(String type, String content) {
        byte[] bytes = content.getBytes(US_ASCII);
        return ByteBuffer.allocate(bytes.length + 12).putInt(bytes.length).put(type.getBytes(US_ASCII)).put(bytes).array();
    }

    private static byte[] insert(byte[] into, int at, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(into, 0, at);
        for (byte[] part : parts) {
            bytes.write(part);
        }
        bytes.write(into, at, into.length - at);
        return bytes.toByteArray();
    }
}
