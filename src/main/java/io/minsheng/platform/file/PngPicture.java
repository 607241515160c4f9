package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG picture (RFC 2083) with nothing but what draws it: texts, Exif data and time go, and so does every chunk that is not
 * known to draw, because makers invent new ones for places and devices. What follows the end goes as well.
 */
final class PngPicture {

    /** Type of the last chunk. */
    static final int END = 0x49454E44;
    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT",
            "sRGB", "cICP", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

    /** A chunk that no program knows and each may pass over: see the letters' cases in RFC 2083, 3.3. */
    private static final byte[] NOTHING = "noNe".getBytes(US_ASCII);

    private PngPicture() {
    }

    /** @throws IOException if the bytes are not built as a PNG, or the picture has too many pixels */
    static byte[] withoutMetadata(byte[] bytes) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, Math.min(SIGNATURE_BYTES, bytes.length));
        for (int at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                throw new IOException("a chunk is longer than the file");
            }
            String type = new String(bytes, at + 4, 4, US_ASCII);
            if (at == SIGNATURE_BYTES) {
                checkHeader(png, type, length);
            }
            if (KEPT.contains(type)) {
                kept.write(bytes, at, length + 12);
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + 12;
        }
        throw new IOException("no end");
    }

    /**
     * The same picture in as many bytes, with empty chunks for what {@link #withoutMetadata} leaves out: for pictures inside of
     * files that say where everything stands in them.
     *
     * @throws IOException if the bytes are not built as a PNG
     */
    static byte[] blanked(byte[] bytes) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(bytes.clone());
        for (int at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                throw new IOException("a chunk is longer than the file");
            }
            if (!KEPT.contains(new String(bytes, at + 4, 4, US_ASCII))) {
                byte[] empty = Arrays.copyOf(NOTHING, NOTHING.length + length);
                CRC32 sum = new CRC32();
                sum.update(empty);
                png.put(at + 4, empty).putInt(at + 4 + empty.length, (int) sum.getValue());
            }
            at += length + 12;
        }
        return png.array();
    }

    private static void checkHeader(ByteBuffer png, String type, int length) throws IOException {
        if (!type.equals("IHDR") || length != HEADER_BYTES) {
            throw new IOException("no header where it must be");
        }
        PictureSize.check(png.getInt(SIGNATURE_BYTES + 8) & 0xffffffffL, png.getInt(SIGNATURE_BYTES + 12) & 0xffffffffL);
    }
}
