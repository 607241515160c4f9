package io.minsheng.platform.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The pictures inside of a docx or xlsx: a photo that was put into a document still says where it was taken. Only a document
 * that holds such a picture is written anew, with everything else in it as it was.
 */
final class OfficePictures {

    /** The earliest time that a zip knows: when a part was packed concerns nobody. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfficePictures() {
    }

    /**
     * @param bytes a sound document
     * @throws IOException if it is none
     */
    static byte[] withoutMetadata(byte[] bytes) throws IOException {
        ZipDirectory zip = ZipDirectory.of(bytes).orElseThrow(() -> new IOException("no sound zip"));
        try {
            Map<String, byte[]> cleaned = new HashMap<>();
            for (ZipDirectory.Entry each : zip.entries()) {
                if (isPicture(each.name())) {
                    byte[] picture = unpacked(zip, each);
                    byte[] clean = clean(picture);
                    if (clean.length != picture.length) {
                        cleaned.put(each.name(), clean);
                    }
                }
            }
            return cleaned.isEmpty() ? bytes : written(zip, cleaned);
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private static boolean isPicture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
    }

    /** As it is, if it only bears the name of a picture: no program shows it. */
    private static byte[] clean(byte[] picture) throws IOException {
        if (picture.length > 2 && picture[0] == (byte) 0xFF && picture[1] == (byte) 0xD8) {
            return JpegPhoto.withoutMetadata(picture);
        }
        return picture.length > 4 && picture[1] == 'P' && picture[2] == 'N' ? PngPicture.withoutMetadata(picture) : picture;
    }

    private static byte[] written(ZipDirectory zip, Map<String, byte[]> cleaned) throws IOException, DataFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipDirectory.Entry each : zip.entries()) {
                ZipEntry entry = new ZipEntry(each.name());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                byte[] clean = cleaned.get(each.name());
                out.write(clean == null ? unpacked(zip, each) : clean);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(ZipDirectory zip, ZipDirectory.Entry entry) throws DataFormatException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        zip.unpack(entry, (piece, length) -> content.write(piece, 0, length));
        return content.toByteArray();
    }
}
