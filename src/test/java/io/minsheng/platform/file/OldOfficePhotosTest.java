package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPictureData;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.GpsPhoto;
import io.minsheng.platform.error.Refusal;
import io.quarkus.runtime.configuration.MemorySize;

/** Photos inside of doc and xls files tell no place any more, and are drawn as before. */
class OldOfficePhotosTest {

    /** Written by an office program: two photos of a telephone and a drawing, invented. */
    private static final Path DOC = Path.of("src/test/resources/letters/with-photos.doc");

    private final AttachmentRules rules = new AttachmentRules(new AttachmentSettings() {
        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(10 * 1024 * 1024));
        }

        @Override
        public int perCase() {
            return 10;
        }
    });

    @Test
    void ofADocumentLoseTheirPlace() throws IOException {
        byte[] doc = Files.readAllBytes(DOC);
        assertThat(GpsPhoto.tellsPlace(doc)).isTrue();

        byte[] kept = accept("来信.doc", doc);

        assertThat(GpsPhoto.tellsPlace(kept)).isFalse();
        try (HWPFDocument before = new HWPFDocument(new ByteArrayInputStream(doc));
                HWPFDocument after = new HWPFDocument(new ByteArrayInputStream(kept))) {
            assertThat(after.getDocumentText()).isEqualTo(before.getDocumentText()).contains("海棠路");
            List<Picture> pictures = before.getPicturesTable().getAllPictures();
            List<Picture> cleaned = after.getPicturesTable().getAllPictures();
            assertThat(cleaned).hasSameSizeAs(pictures).isNotEmpty();
            for (int i = 0; i < pictures.size(); i++) {
                assertSamePixels(pictures.get(i).getContent(), cleaned.get(i).getContent());
            }
        }
        assertThat(accept("来信.doc", kept)).isEqualTo(kept);
    }

    @Test
    void ofAWorkbookLoseTheirPlaceThoughRecordsCutThem() throws IOException {
        byte[] large = GpsPhoto.largeJpg();
        byte[] xls = workbook(large, GpsPhoto.png(), GpsPhoto.jpg());
        assertThat(text(stream(xls, "Workbook"))).as("the photo is cut").doesNotContain(text(large));

        byte[] kept = accept("表.xls", xls);

        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(kept))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("海棠路");
            List<HSSFPictureData> pictures = book.getAllPictures();
            assertThat(pictures).hasSize(3).noneMatch(each -> GpsPhoto.tellsPlace(each.getData()));
            assertSamePixels(large, pictures.get(0).getData());
            assertSamePixels(GpsPhoto.png(), pictures.get(1).getData());
            assertSamePixels(GpsPhoto.jpg(), pictures.get(2).getData());
        }
        assertThat(GpsPhoto.tellsPlace(kept)).isFalse();
        assertThat(stream(kept, "Workbook")).hasSameSizeAs(stream(xls, "Workbook"));
    }

    @Test
    void wherePartsOfThemFollowThePictureLoseThoseToo() throws IOException {
        byte[] trailer = "MCC_Data460GPS".getBytes(US_ASCII);
        byte[] photo = joined(GpsPhoto.jpg(), trailer);

        byte[] kept = accept("表.xls", workbook(photo));

        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(kept))) {
            byte[] data = book.getAllPictures().get(0).getData();
            assertThat(data).hasSameSizeAs(photo);
            assertThat(GpsPhoto.tellsPlace(data)).isFalse();
            assertSamePixels(photo, data);
        }
    }

    @Test
    void wherePicturesWereDeletedNothingIsLeft() throws IOException {
        byte[] xls = workbook(new byte[0][]);
        byte[] sector = Arrays.copyOf(GpsPhoto.jpg(), (GpsPhoto.jpg().length + 511) / 512 * 512);

        assertThat(GpsPhoto.tellsPlace(accept("表.xls", joined(xls, sector)))).isFalse();
    }

    @Test
    void ofFilesPutInsideLoseTheirPlace() throws IOException {
        byte[] inner = workbook(GpsPhoto.jpg());
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            DirectoryEntry pool = root.createDirectory("ObjectPool");
            pool.createDirectory("_1").createDocument("\u0001Ole10Native",
                    new ByteArrayInputStream(joined(new byte[40], GpsPhoto.largeJpg())));
            pool.createDirectory("_2").createDocument("Workbook", new ByteArrayInputStream(stream(inner, "Workbook")));
        });

        byte[] kept = accept("a.doc", doc);

        assertThat(GpsPhoto.tellsPlace(kept)).isFalse();
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(kept))) {
            DirectoryEntry pool = (DirectoryEntry) files.getRoot().getEntryCaseInsensitive("ObjectPool");
            assertThat(pool.getEntryNames()).containsExactlyInAnyOrder("_1", "_2");
        }
    }

    @Test
    void ofADocumentPutIntoAnotherLoseTheirPlace() throws IOException {
        byte[] docx = Packed
                .zip(Map.of("[Content_Types].xml", new byte[10], "word/document.xml", new byte[10], "word/media/a.jpeg",
                        GpsPhoto.jpg()));
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            root.createDirectory("ObjectPool").createDirectory("_1").createDocument("Package", new ByteArrayInputStream(docx));
        });

        byte[] kept = accept("a.doc", doc);

        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(kept))) {
            DirectoryEntry pool = (DirectoryEntry) files.getRoot().getEntryCaseInsensitive("ObjectPool");
            DirectoryEntry one = (DirectoryEntry) pool.getEntryCaseInsensitive("_1");
            try (DocumentInputStream in = new DocumentInputStream((DocumentEntry) one.getEntryCaseInsensitive("Package"));
                    ZipInputStream zip = new ZipInputStream(in)) {
                int entries = 0;
                while (zip.getNextEntry() != null) {
                    assertThat(GpsPhoto.tellsPlace(zip.readAllBytes())).isFalse();
                    entries++;
                }
                assertThat(entries).isEqualTo(3);
            }
        }
    }

    @Test
    void inPackedDrawingsLoseTheirPlace() throws IOException {
        byte[] drawing = joined("EMF+".getBytes(US_ASCII), joined(GpsPhoto.largeJpg(), new byte[20]));
        byte[] record = metafileRecord(drawing);

        byte[] kept = stream(accept("a.doc", withData(record)), "Data");

        assertThat(kept).hasSize(100 + record.length);
        byte[] drawn = inflated(Arrays.copyOfRange(kept, 100 + 8 + 16 + 34, kept.length));
        assertThat(drawn).hasSameSizeAs(drawing);
        assertThat(GpsPhoto.tellsPlace(drawn)).isFalse();
        assertSamePixels(Arrays.copyOfRange(drawing, 4, drawing.length), Arrays.copyOfRange(drawn, 4, drawn.length));
    }

    @Test
    void ofTiffKindLoseTheirPlace() throws IOException {
        byte[] tiff = GpsPhoto.tiffPicture();
        byte[] record = tiffRecord(tiff);
        assertThat(GpsPhoto.tellsPlace(tiff)).isTrue();

        byte[] kept = stream(accept("a.doc", withData(record)), "Data");

        byte[] drawn = Arrays.copyOfRange(kept, 100 + 8 + 16 + 1, kept.length);
        assertThat(drawn).hasSameSizeAs(tiff);
        assertThat(GpsPhoto.tellsPlace(drawn)).isFalse();
        assertSamePixels(tiff, drawn);
        for (int cut = 30; cut < record.length; cut++) {
            byte[] broken = record.clone();
            broken[cut] ^= 0x55;
            assertThat(accept("a.doc", withData(broken))).isNotEmpty();
        }
    }

    @Test
    void areNotThereAndNothingChanges() throws IOException {
        byte[] xls = workbook(new byte[0][]);
        assertThat(accept("表.xls", xls)).isEqualTo(xls);
        byte[] plain = Files.readAllBytes(Path.of("src/test/resources/forms/classic-doc.doc"));
        assertThat(accept("表.doc", plain)).isEqualTo(plain);
    }

    @Test
    void ofABrokenContainerLoseTheirPlaceToo() throws IOException {
        byte[] doc = Files.readAllBytes(DOC);
        ByteBuffer.wrap(doc).order(ByteOrder.LITTLE_ENDIAN).putInt(48, 0x00F00000);
        byte[] manyTables = Files.readAllBytes(DOC);
        ByteBuffer.wrap(manyTables).order(ByteOrder.LITTLE_ENDIAN).putInt(44, 0x00F00000);

        assertThat(accept("a.doc", doc)).hasSameSizeAs(doc).satisfies(kept -> assertThat(GpsPhoto.tellsPlace(kept)).isFalse());
        assertThat(accept("a.doc", manyTables)).hasSameSizeAs(doc);
    }

    @Test
    void madeToTakeLongAreRefusedAtOnce() throws IOException {
        // a hundred thousand beginnings that all lead to the same long scan, which ends in nothing
        byte[] made = new byte[8 * 1024 * 1024];
        ByteBuffer bytes = ByteBuffer.wrap(made);
        int scan = 60_000;
        for (int at = 0; at + 6 < scan; at += 6) {
            bytes.putShort(at, (short) 0xFFD8).putShort(at + 2, (short) 0xFFE0).putShort(at + 4, (short) (scan - at - 4));
        }
        bytes.putShort(scan, (short) 0xFFDA).putShort(scan + 2, (short) 2).putShort(made.length - 2, (short) 0xFFE0);
        byte[] doc = container(root -> root.createDocument("WordDocument", new ByteArrayInputStream(made)));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatThrownBy(() -> accept("a.doc", doc))
                .isInstanceOf(Refusal.class).extracting("status").isEqualTo(415));
    }

    @Test
    void whoseFieldsAllLeadToTheSameMegabytesAreRefusedAtOnce() throws IOException {
        int fields = 60_000;
        ByteBuffer tiff = ByteBuffer.allocate(7 * 1024 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putInt(0x002A4949).putInt(8).putShort((short) fields);
        int behind = 8 + 2 + 12 * fields + 4;
        for (int i = 0; i < fields; i++) {
            tiff.putShort((short) 0x8298).putShort((short) 1).putInt(tiff.capacity() - behind).putInt(behind);
        }
        byte[] doc = withData(tiffRecord(tiff.array()));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatThrownBy(() -> accept("a.doc", doc))
                .isInstanceOf(Refusal.class).extracting("status").isEqualTo(415));
    }

    @Test
    void inManyPackedDrawingsFillNoMemory() throws IOException {
        byte[] record = metafileRecord(joined(GpsPhoto.jpg(), new byte[60 * 1024 * 1024]));
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            for (int i = 0; i < 100; i++) {
                root.createDocument("Data" + i, new ByteArrayInputStream(record));
            }
        });
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> accept("a.doc", doc));
    }

    @Test
    void ofStreamsThatShareWhatTheyHoldFillNoMemory() throws IOException {
        int names = 5000;
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[4 * 1024 * 1024]));
            for (int i = 0; i < names; i++) {
                root.createDocument("s" + i, new ByteArrayInputStream(new byte[] { 1 }));
            }
        });
        ByteBuffer entries = ByteBuffer.wrap(doc).order(ByteOrder.LITTLE_ENDIAN);
        int large = entry(doc, "WordDocument");
        for (int i = 0; i < names; i++) {
            int small = entry(doc, "s" + i);
            entries.putInt(small + 116, entries.getInt(large + 116)).putInt(small + 120, entries.getInt(large + 120));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(accept("a.doc", doc)).hasSameSizeAs(doc));
    }

    @Test
    void inFoldersWithinFoldersTroubleNobody() throws IOException {
        int folders = 50_000;
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            for (int i = 0; i < folders; i++) {
                root.createDirectory("folder" + i);
            }
        });
        // each within the one before it
        ByteBuffer entries = ByteBuffer.wrap(doc).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "folder".getBytes(UTF_16LE);
        for (int at = entry(doc, "Root Entry"), number = 0; at + 128 <= doc.length; at += 128, number++) {
            if (Arrays.equals(doc, at, at + name.length, name, 0, name.length)) {
                entries.putInt(at + 68, -1).putInt(at + 72, -1).putInt(at + 76, number + 1);
            }
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(accept("a.doc", doc)).hasSameSizeAs(doc));
    }

    @Test
    void besideMacrosInWhatWasPutInsideAreRefused() throws IOException {
        byte[] docm = Packed.zip(Map.of("[Content_Types].xml", new byte[10], "word/document.xml", new byte[10],
                "word/vbaProject.bin", new byte[10]));
        byte[] doc = container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            root.createDirectory("ObjectPool").createDirectory("_1").createDocument("Package", new ByteArrayInputStream(docm));
        });
        assertThatThrownBy(() -> accept("a.doc", doc)).isInstanceOf(Refusal.class).hasMessageContaining("宏");
    }

    private interface Filling {
        void into(DirectoryEntry root) throws IOException;
    }

    private static byte[] container(Filling filling) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.into(files.getRoot());
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /** A document with this in the stream that holds pictures. */
    private static byte[] withData(byte[] record) throws IOException {
        return container(root -> {
            root.createDocument("WordDocument", new ByteArrayInputStream(new byte[5000]));
            root.createDocument("Data", new ByteArrayInputStream(joined(new byte[100], record)));
        });
    }

    private static byte[] metafileRecord(byte[] drawing) throws IOException {
        byte[] packed = Packed.deflated(drawing);
        ByteBuffer record = ByteBuffer.allocate(8 + 16 + 34 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) (0x3D4 << 4)).putShort((short) 0xF01A).putInt(16 + 34 + packed.length);
        record.position(8 + 16);
        record.putInt(drawing.length).position(8 + 16 + 28);
        record.putInt(packed.length).put((byte) 0).put((byte) 0xFE).put(packed);
        return record.array();
    }

    private static byte[] tiffRecord(byte[] tiff) {
        ByteBuffer record = ByteBuffer.allocate(8 + 16 + 1 + tiff.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) (0x6E4 << 4)).putShort((short) 0xF029).putInt(16 + 1 + tiff.length);
        record.position(8 + 16 + 1);
        return record.put(tiff).array();
    }

    /** Where a name stands in the directory of a container. */
    private static int entry(byte[] container, String name) {
        byte[] wanted = (name + "\0").getBytes(UTF_16LE);
        for (int at = 512; at + 128 <= container.length; at += 128) {
            if (Arrays.equals(container, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError(name);
    }

    private static byte[] inflated(byte[] packed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] workbook(byte[]... pictures) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("海棠路");
            for (byte[] each : pictures) {
                boolean png = each[1] == 'P';
                sheet.createDrawingPatriarch().createPicture(new HSSFClientAnchor(),
                        book.addPicture(each, png ? HSSFWorkbook.PICTURE_TYPE_PNG : HSSFWorkbook.PICTURE_TYPE_JPEG));
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] stream(byte[] container, String name) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(container));
                DocumentInputStream in = files.createDocumentInputStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private byte[] accept(String name, byte[] content) {
        return rules.accept(name, new ByteArrayInputStream(content)).content();
    }

    private static void assertSamePixels(byte[] one, byte[] other) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(other));
        int width = first.getWidth();
        int height = first.getHeight();
        assertThat(second.getRGB(0, 0, width, height, null, 0, width))
                .isEqualTo(first.getRGB(0, 0, width, height, null, 0, width));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
