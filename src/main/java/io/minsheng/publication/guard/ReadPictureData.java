package io.minsheng.publication.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.InflaterInputStream;

import io.minsheng.intake.mail.form.TooMuch;

/**
 * What a JPEG (ITU T.81) or PNG (RFC 2083) carries beside the picture: comments, Exif, XMP, IPTC, text chunks, and what follows
 * the end of the picture.
 */
final class ReadPictureData {

    private static final int MAX_TEXT = 2_000_000;
    private static final Set<String> TEXT_CHUNKS = Set.of("tEXt", "zTXt", "iTXt", "eXIf");
    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
    private static final int GPS_TAG = 0x8825;
    private static final int END = 0xFFD9;
    private static final int SCAN = 0xFFDA;
    /** May stand before any marker. */
    private static final int FILL = 0xFFFF;

    private final FileText into;
    private final String where;

    ReadPictureData(FileText into, String inside) {
        this.into = into;
        this.where = (inside.isEmpty() ? "" : inside + "的") + "图片附带信息";
    }

    void read(byte[] bytes) throws IOException {
        try {
            if ((bytes[0] & 0xFF) == 0xFF) {
                jpeg(bytes);
            } else {
                png(bytes);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a picture ends too early", e);
        }
    }

    private void jpeg(byte[] bytes) {
        ByteBuffer jpeg = ByteBuffer.wrap(bytes);
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = jpeg.getShort(at) & 0xFFFF;
            if (marker == END) {
                break;
            }
            if (marker >>> 8 != 0xFF) {
                throw new IndexOutOfBoundsException("no marker at " + at);
            }
            if (marker == FILL) {
                at++;
                continue;
            }
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == 0xFFFE || marker >= 0xFFE0 && marker <= 0xFFEF) {
                segment(Arrays.copyOfRange(bytes, at + 4, Math.min(bytes.length, at + 2 + length)));
            }
            at += 2 + length;
            if (marker == SCAN) {
                at = afterScan(bytes, at);
            }
        }
        behind(bytes, Math.min(bytes.length, at + 2));
    }

    private void segment(byte[] segment) {
        told(segment);
        if (segment.length > EXIF.length && Arrays.equals(EXIF, Arrays.copyOf(segment, EXIF.length))) {
            place(Arrays.copyOfRange(segment, EXIF.length, segment.length));
        }
    }

    /** The marker that ends the signs of the picture: there may be more scans, and comments between them (T.81, B.1.1). */
    private static int afterScan(byte[] bytes, int from) {
        int at = from;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xFF;
            boolean restart = next >= 0xD0 && next <= 0xD7;
            if ((bytes[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && !restart) {
                return at;
            }
            at++;
        }
        return bytes.length;
    }

    /** What follows the picture: a phone puts films and further pictures there; what comes after all of them is no picture. */
    private void behind(byte[] bytes, int picture) {
        int end = lastEnd(bytes);
        if (end > picture) {
            PickedSigns.of(Arrays.copyOfRange(bytes, picture, end))
                    .forEach(each -> into.add(where, each, FileText.Sort.BYTES));
        }
        if (end > 0 && end < bytes.length) {
            told(Arrays.copyOfRange(bytes, end, bytes.length));
        }
    }

    /** After the last end marker. */
    private static int lastEnd(byte[] bytes) {
        for (int i = bytes.length - 2; i > 1; i--) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
                return i + 2;
            }
        }
        return -1;
    }

    private void png(byte[] bytes) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        int at = 8;
        while (at + 12 <= bytes.length) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                // a negative one would never end, a long one ask for more memory than there is
                throw new IndexOutOfBoundsException("a chunk of " + length + " at " + at);
            }
            String type = new String(bytes, at + 4, 4, ISO_8859_1);
            byte[] chunk = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
            if (TEXT_CHUNKS.contains(type)) {
                told(chunk);
                unpacked(type, chunk);
            }
            if (type.equals("eXIf")) {
                place(chunk);
            }
            at += 12 + length;
            if (type.equals("IEND")) {
                break;
            }
        }
        if (at < bytes.length) {
            told(Arrays.copyOfRange(bytes, at, bytes.length));
        }
    }

    /** A compressed text (RFC 2083, 4.2.7.2; iTXt with its flag set). */
    private void unpacked(String type, byte[] chunk) throws IOException {
        int keyword = 0;
        while (keyword < chunk.length && chunk[keyword] != 0) {
            keyword++;
        }
        int data = keyword + 2;
        if (type.equals("iTXt") && keyword + 2 < chunk.length && chunk[keyword + 1] == 1) {
            data = keyword + 3;
            for (int zeros = 0; zeros < 2 && data < chunk.length; data++) {
                zeros += chunk[data] == 0 ? 1 : 0;
            }
        } else if (!type.equals("zTXt")) {
            return;
        }
        if (data >= chunk.length) {
            return;
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(chunk, data, chunk.length - data))) {
            byte[] text = in.readNBytes(MAX_TEXT + 1);
            if (text.length > MAX_TEXT) {
                throw new TooMuch("图片附带的文字过多");
            }
            told(text);
        }
    }

    private void told(byte[] data) {
        PickedSigns.ofText(data).forEach(each -> into.add(where, each, FileText.Sort.TEXT));
    }

    /** Whether the first directory of the Exif data leads to one about the place (Exif 2.32, 4.6.6). */
    private void place(byte[] tiff) {
        ByteBuffer data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        int entries = data.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            if ((data.getShort(directory + 2 + i * 12) & 0xFFFF) == GPS_TAG) {
                into.located();
            }
        }
    }
}
