package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A JPEG picture (ITU T.81) with nothing but what draws it: Exif and XMP (APP1), IPTC (APP13), other makers' segments,
 * comments, preview pictures (JFIF, JFXX, MPF) and whatever follows the picture go. The picture itself is not touched; only
 * the Exif orientation is kept, without which photos of telephones lie on their side.
 */
final class JpegPhoto {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int EXP = 0xDF;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final byte[] JFIF = "JFIF\0".getBytes(US_ASCII);
    /** Length of a JFIF segment without preview picture (JFIF 1.02). */
    private static final int JFIF_LENGTH = 16;
    private static final byte[] ADOBE = "Adobe".getBytes(US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(US_ASCII);
    private static final int ORIENTATION_TAG = 0x0112;
    /** Where the orientation that is kept stands in the result: right behind the start of the picture. */
    private static final int KEPT_TIFF = 12;
    private static final int KEPT_EXIF_END = 38;
    /** Cameras and programs make at most some twenty; a hundred bytes that draw all dots once more take a third of a second. */
    private static final int MOST_SCANS = 50;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    /** The same picture with zeros for what goes. */
    private final byte[] blanked;
    private int orientation;
    private int scans;
    /** Why it must not be drawn; null if it may. */
    private IOException unfit;
    /** Where the Exif data with the orientation stands. */
    private int exif;
    private int exifEnd;

    private JpegPhoto(byte[] bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length);
        this.blanked = bytes.clone();
    }

    /** @throws IOException if the bytes are not built as a JPEG, or the picture has too many pixels or scans */
    static byte[] withoutMetadata(byte[] bytes) throws IOException {
        JpegPhoto photo = new JpegPhoto(bytes);
        photo.copy();
        if (photo.unfit != null) {
            throw photo.unfit;
        }
        return photo.result();
    }

    /**
     * The same picture in as many bytes, with zeros for what {@link #withoutMetadata} leaves out: for pictures inside of files
     * that say where everything stands in them.
     *
     * @throws IOException if the bytes are not built as a JPEG
     */
    static byte[] blanked(byte[] bytes) throws IOException {
        JpegPhoto photo = new JpegPhoto(bytes);
        photo.copy();
        photo.keepOrientation();
        return photo.blanked;
    }

    /**
     * How a photo that {@link #withoutMetadata} has made is to be turned to stand upright: 1 (not at all) to 8
     * (Exif 2.3, 4.6.4).
     */
    static int orientationOf(byte[] kept) {
        boolean told = kept.length > KEPT_EXIF_END && (kept[3] & 0xff) == APP1;
        return told ? Math.max(1, orientation(Arrays.copyOfRange(kept, KEPT_TIFF, KEPT_EXIF_END))) : 1;
    }

    private void copy() throws IOException {
        int at = 2;
        while (true) {
            int marker = markerAt(at);
            if (marker == EOI) {
                kept.write(bytes, at, 2);
                blank(at + 2, bytes.length);
                return;
            }
            if (marker == 0xFF) {
                // fill byte before a marker
                at++;
                continue;
            }
            int end = at + 2 + lengthAt(at + 2);
            if (end > bytes.length) {
                throw new IOException("a segment is longer than the file");
            }
            if (marker == APP0) {
                keepJfif(at, end);
            } else if (keeps(marker, at + 4, end)) {
                kept.write(bytes, at, end - at);
            } else {
                blank(at + 4, end);
            }
            at = end;
            if (marker == SOS) {
                if (++scans > MOST_SCANS) {
                    unfit = new IOException("more than " + MOST_SCANS + " scans");
                }
                int scanEnd = endOfScan(bytes, at);
                kept.write(bytes, at, scanEnd - at);
                at = scanEnd;
                if (at >= bytes.length) {
                    // cut in transfer: browsers still show it
                    return;
                }
            }
        }
    }

    private void blank(int from, int to) {
        Arrays.fill(blanked, from, Math.max(from, to), (byte) 0);
    }

    private void keepOrientation() {
        byte[] segment = exifWithOrientation();
        int length = segment.length - 4;
        if (orientation > 1 && exifEnd - exif >= length) {
            System.arraycopy(segment, 4, blanked, exif, length);
        }
    }

    private int markerAt(int at) throws IOException {
        if (at + 1 >= bytes.length || bytes[at] != (byte) 0xFF) {
            throw new IOException("no marker where one must be");
        }
        return bytes[at + 1] & 0xff;
    }

    private int lengthAt(int at) throws IOException {
        if (at + 1 >= bytes.length) {
            throw new IOException("cut in a segment");
        }
        int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        if (length < 2) {
            throw new IOException("a segment without length");
        }
        return length;
    }

    private boolean keeps(int marker, int from, int end) throws IOException {
        if (isFrame(marker)) {
            readSize(from, end);
        }
        if (marker == APP1 && startsWith(EXIF, from, end)) {
            orientation = orientation(Arrays.copyOfRange(bytes, from + EXIF.length, end));
            exif = from;
            exifEnd = end;
            return false;
        }
        if (marker == APP2) {
            return startsWith(ICC, from, end);
        }
        if (marker == APP14) {
            // says how colours are stored
            return startsWith(ADOBE, from, end);
        }
        return marker >= FIRST_FRAME && marker <= LAST_FRAME || marker >= SOS && marker <= EXP;
    }

    static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && marker != DHT && marker != JPG && marker != DAC;
    }

    private void readSize(int from, int end) throws IOException {
        if (end - from < 6) {
            throw new IOException("a frame without size");
        }
        int height = (bytes[from + 1] & 0xff) << 8 | bytes[from + 2] & 0xff;
        int width = (bytes[from + 3] & 0xff) << 8 | bytes[from + 4] & 0xff;
        // the height may come after the first scan (ITU T.81, B.2.5)
        try {
            PictureSize.check(width, height == 0 ? 1 : height);
        } catch (IOException e) {
            unfit = e;
        }
    }

    /** Resolution stays; the preview in it can show what was cut off the picture. */
    private void keepJfif(int at, int end) {
        if (startsWith(JFIF, at + 4, end) && end - at >= JFIF_LENGTH + 2) {
            kept.write(bytes, at, 2);
            kept.write(0);
            kept.write(JFIF_LENGTH);
            kept.write(bytes, at + 4, JFIF_LENGTH - 4);
            kept.write(0);
            kept.write(0);
            blank(at + 2 + JFIF_LENGTH, end);
        } else {
            blank(at + 4, end);
        }
    }

    private boolean startsWith(byte[] start, int from, int end) {
        return end - from >= start.length && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }

    /** The scan's data ends at the first marker that is neither a stuffed byte nor a restart. */
    static int endOfScan(byte[] bytes, int at) {
        for (int i = at; i + 1 < bytes.length; i++) {
            int next = bytes[i + 1] & 0xff;
            if (bytes[i] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return i;
            }
        }
        return bytes.length;
    }

    /** Orientation in the first directory of a TIFF header (Exif 2.3, 4.6.2); 0 if there is none. */
    private static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return 0;
        }
        ByteBuffer data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        if (directory < 8 || directory > tiff.length - 2) {
            return 0;
        }
        int count = data.getShort(directory) & 0xffff;
        for (int i = 0; i < count && directory + 2 + 12 * (i + 1) <= tiff.length; i++) {
            int entry = directory + 2 + 12 * i;
            if ((data.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
                int value = data.getShort(entry + 8) & 0xffff;
                return value <= 8 ? value : 0;
            }
        }
        return 0;
    }

    private byte[] result() throws IOException {
        byte[] body = kept.toByteArray();
        ByteArrayOutputStream photo = new ByteArrayOutputStream(body.length + 40);
        photo.write(0xFF);
        photo.write(SOI);
        if (orientation > 1) {
            photo.write(exifWithOrientation());
        }
        photo.write(body);
        return photo.toByteArray();
    }

    private byte[] exifWithOrientation() {
        ByteBuffer segment = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        segment.put((byte) 0xFF).put((byte) APP1).putShort((short) 34).put(EXIF);
        segment.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) ORIENTATION_TAG).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0);
        segment.putInt(0);
        return segment.array();
    }
}
