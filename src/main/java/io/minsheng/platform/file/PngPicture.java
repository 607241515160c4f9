package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** A PNG picture (RFC 2083, Exif extension) without its texts, Exif data and time, and without what follows its end. */
final class PngPicture {

    private static final int SIGNATURE_BYTES = 8;
    private static final Set<String> DROPPED = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    private PngPicture() {
    }

    /** @throws IOException if the bytes are not built as a PNG */
    static byte[] withoutMetadata(byte[] bytes) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, SIGNATURE_BYTES);
        for (int at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                throw new IOException("a chunk is longer than the file");
            }
            String type = new String(bytes, at + 4, 4, US_ASCII);
            if (!DROPPED.contains(type)) {
                kept.write(bytes, at, length + 12);
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + 12;
        }
        throw new IOException("no end");
    }
}
