package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.GpsPhoto;

/** Photos, alone or inside of other files, lose what they tell besides the picture. */
class PhotoAttachmentRulesTest extends AttachedFiles {

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
    void loseTheirPlaceWhereverItStands() throws IOException {
        byte[] jpg = GpsPhoto.jpg();
        byte[] png = GpsPhoto.png();
        byte[] docx = Packed.zip(Map.of("[Content_Types].xml", new byte[10], "word/document.xml", "<x/>".getBytes(US_ASCII),
                "word/media/image1.jpeg", jpg, "docProps/thumbnail.png", png, "word/media/fake.jpg", new byte[20]));
        assertThat(GpsPhoto.tellsPlace(jpg)).isTrue();
        assertThat(GpsPhoto.tellsPlace(png)).isTrue();

        assertThat(GpsPhoto.tellsPlace(accept("a.jpg", jpg).content())).isFalse();
        assertThat(GpsPhoto.tellsPlace(accept("a.png", png).content())).isFalse();
        Map<String, byte[]> kept = unzipped(accept("a.docx", docx).content());
        assertThat(kept).containsOnlyKeys(unzipped(docx).keySet());
        assertThat(kept.values()).noneMatch(GpsPhoto::tellsPlace);
        assertThat(kept.get("word/document.xml")).isEqualTo("<x/>".getBytes(US_ASCII));
        assertSamePicture(jpg, kept.get("word/media/image1.jpeg"));
    }

    @Test
    void inAPdfLoseTheirPlaceWithoutMovingAnything() throws IOException {
        byte[] jpg = turned(GpsPhoto.jpg());
        String xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r exif:GPSLatitude='29,42.29N' dc:title='Bridge'><tiff:Make>"
                + "Telephone 15</tiff:Make></r></x:xmpmeta>";
        byte[] pdf = pdf(jpg, xmp, false);
        assertThat(GpsPhoto.tellsPlace(pdf)).isTrue();

        byte[] kept = accept("a.pdf", pdf).content();

        assertThat(kept).hasSameSizeAs(pdf);
        String text = new String(kept, ISO_8859_1);
        assertThat(text).doesNotContain("29,42.29N", "Telephone 15").contains("dc:title='Bridge'");
        assertThat(GpsPhoto.tellsPlace(drawn(kept))).isFalse();
        assertSamePicture(jpg, drawn(kept));
        assertThat(new String(drawn(kept), ISO_8859_1)).contains("Exif\0\0MM");
        assertThat(accept("a.pdf", kept).content()).isEqualTo(kept);
    }

    @Test
    void packedOnceMoreInAPdfLoseTheirPlaceToo() throws IOException {
        byte[] jpg = GpsPhoto.jpg();
        byte[] pdf = pdf(jpg, "<x exif:GPSLatitude='29,42.29N'/>", true);
        assertThat(GpsPhoto.tellsPlace(pdf)).isFalse();

        byte[] kept = accept("a.pdf", pdf).content();

        assertThat(kept).hasSameSizeAs(pdf);
        assertThat(GpsPhoto.tellsPlace(drawn(kept))).isFalse();
        assertSamePicture(jpg, drawn(kept));
        assertThat(described(kept)).doesNotContain("29,42.29N");
    }

    @Test
    void inASignedOrBrokenPdfStayAsTheyAre() throws IOException {
        byte[] signed = insert(pdf(GpsPhoto.jpg(), "<x/>", false), 9, "% /ByteRange [0 1 2 3]\n".getBytes(US_ASCII));
        assertThat(accept("a.pdf", signed).content()).isEqualTo(signed);
        byte[] broken = pdf(Arrays.copyOf(GpsPhoto.jpg(), 30), "<x/>", false);
        assertThat(accept("a.pdf", broken).content()).isEqualTo(broken);
        byte[] cut = pdf(new byte[] { 'x', (byte) 0x9C, 3 }, "<x/>", false);
        byte[] lying = new String(cut, ISO_8859_1).replace("/Filter /DCTDecode", "/Filter [/FlateDecode /DCTDecode]")
                .getBytes(ISO_8859_1);
        assertThat(accept("a.pdf", lying).content()).isEqualTo(lying);
    }

    @Test
    void inAPdfMadeToTakeLongAreReadAtOnce() throws IOException {
        byte[] jpg = GpsPhoto.jpg();
        List<byte[]> made = List.of(pdf(jpg, "<exif:" + "a".repeat(2_000_000), true),
                pdf(jpg, "<" + " exif:a".repeat(500_000), true),
                pdf(jpg, "<exif:a> ".repeat(500_000).replace(" <", " "), true),
                pdf(jpg, "<x" + " exif:a=\"".repeat(500_001), true), pdf(jpg, "<exif:a" + " ".repeat(2_000_000), true),
                pdf("1 0 obj\n<</Type/Metadata/Filter" + " ".repeat(500_000) + ">>stream\n<x/>\nendstream\nendobj"));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> made.forEach(each -> accept("a.pdf", each)));
    }

    @Test
    void thatFillTheMemoryAreRefused() throws IOException {
        byte[] png = image("png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        refuses("a.png", png).hasMessageContaining("尺寸");
        byte[] jpg = image("jpg");
        for (int at = 0; at < jpg.length - 9; at++) {
            if (jpg[at] == (byte) 0xFF && jpg[at + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpg).putInt(at + 5, 0xFFFFFFFF);
            }
        }
        refuses("a.jpg", jpg).hasMessageContaining("尺寸");
    }

    @Test
    void ofPngKindLoseTextsAndExif() throws IOException {
        byte[] plain = image("png");
        byte[] tagged = insert(plain, 33, chunk("tEXt", "Author\0Zhang"), chunk("eXIf", "MM GPS"), chunk("iTXt", "x"),
                chunk("plAc", "of a maker"));

        assertThat(accept("a.png", Arrays.copyOf(tagged, tagged.length + 9)).content()).isEqualTo(plain);
        refuses("a.png", Arrays.copyOf(plain, plain.length - 14)).extracting("status").isEqualTo(415);
    }

    /** A page with a photo that is described beside it. */
    private static byte[] pdf(byte[] jpg, String xmp, boolean packed) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDImageXObject image = new PDImageXObject(document, new ByteArrayInputStream(packed ? Packed.deflated(jpg) : jpg),
                    COSName.DCT_DECODE, 40, 30, 8, PDDeviceRGB.INSTANCE);
            if (packed) {
                image.getCOSObject().setItem(COSName.FILTER,
                        new COSArray(List.of(COSName.FLATE_DECODE, COSName.DCT_DECODE)));
            }
            PDStream described = new PDStream(document, new ByteArrayInputStream(xmp.getBytes(UTF_8)),
                    packed ? COSName.FLATE_DECODE : null);
            described.getCOSObject().setItem(COSName.TYPE, COSName.METADATA);
            described.getCOSObject().setName(COSName.SUBTYPE, "XML");
            image.getCOSObject().setItem(COSName.METADATA, described);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 50, 50);
            }
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    /** The photo of the page as the file holds it. */
    private static byte[] drawn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return photo(document).createInputStream(List.of(COSName.DCT_DECODE.getName())).readAllBytes();
        }
    }

    private static String described(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new String(photo(document).getMetadata().toByteArray(), UTF_8);
        }
    }

    private static PDImageXObject photo(PDDocument document) throws IOException {
        PDResources resources = document.getPage(0).getResources();
        return (PDImageXObject) resources.getXObject(resources.getXObjectNames().iterator().next());
    }

    /** The same photo, said to lie on its side. */
    private static byte[] turned(byte[] jpg) {
        byte[] turned = jpg.clone();
        int model = new String(jpg, ISO_8859_1).indexOf("\u0001\u0010\0\2");
        turned[model + 1] = 0x12;
        turned[model + 3] = 3;
        turned[model + 7] = 1;
        turned[model + 8] = 0;
        turned[model + 9] = 6;
        return turned;
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                files.put(each.getName(), zip.readAllBytes());
            }
        }
        return files;
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
}
