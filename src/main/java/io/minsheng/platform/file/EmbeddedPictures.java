package io.minsheng.platform.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pictures within other bytes, found by how they begin and end: what they tell about place and device is emptied where it
 * stands, so that everything keeps its place. In a record of an Office drawing ([MS-ODRAW] 2.2.23) what stands behind the
 * picture is emptied too, and those inside of a metafile, which is packed, and TIFF pictures are found.
 */
final class EmbeddedPictures {

    private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    private final byte[] bytes;
    /** Null inside of a metafile, in which none is looked for. */
    private final Flate flate;
    /** For the search for ends, and for TIFF directories; what begins by chance is soon no picture. */
    private final Effort effort;

    private EmbeddedPictures(byte[] bytes, Flate flate) {
        this.bytes = bytes;
        this.flate = flate;
        this.effort = new Effort(8L * bytes.length + 1_000_000);
    }

    /**
     * @param flate of the whole file
     * @throws Effort.TooMuch if they are made to take long
     */
    static void blank(byte[] bytes, Flate flate) throws Effort.TooMuch {
        new EmbeddedPictures(bytes, flate).blank();
    }

    private void blank() throws Effort.TooMuch {
        int at = 0;
        while (at < bytes.length) {
            int end = startsWith(JPEG, at) ? put(at, jpegEnd(at), true) : startsWith(PNG, at) ? put(at, pngEnd(at), false) : -1;
            if (end > 0) {
                at = blankBehind(at, end);
            } else {
                DrawingRecord record = flate == null ? null : DrawingRecord.at(bytes, at);
                if (record != null) {
                    blankInside(record);
                }
                at++;
            }
        }
    }

    private boolean startsWith(byte[] start, int at) {
        return bytes[at] == start[0] && at + start.length <= bytes.length
                && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    /** @return the same end */
    private int put(int from, int to, boolean jpeg) {
        if (to > 0) {
            byte[] picture = Arrays.copyOfRange(bytes, from, to);
            try {
                byte[] blanked = jpeg ? JpegPhoto.blanked(picture) : PngPicture.blanked(picture);
                System.arraycopy(blanked, 0, bytes, from, blanked.length);
            } catch (IOException noPicture) {
                // nobody can look at it
            }
        }
        return to;
    }

    /** Behind its end marker; negative if no whole picture begins there. */
    private int jpegEnd(int from) throws Effort.TooMuch {
        int at = from + 2;
        boolean drawn = false;
        while (at + 2 <= bytes.length && bytes[at] == (byte) 0xFF) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == EOI) {
                return drawn ? at + 2 : -1;
            }
            if (marker == 0xFF) {
                at++;
                effort.spend(1);
                continue;
            }
            int length = at + 4 <= bytes.length ? (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff : 0;
            if (length < 2) {
                return -1;
            }
            at += 2 + length;
            effort.spend(4);
            drawn |= JpegPhoto.isFrame(marker);
            if (marker == SOS && at < bytes.length) {
                int end = JpegPhoto.endOfScan(bytes, at);
                effort.spend(end - at);
                at = end;
            }
        }
        return -1;
    }

    private int pngEnd(int from) throws Effort.TooMuch {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        for (int at = from + PNG.length; at + 12 <= bytes.length;) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return -1;
            }
            boolean last = png.getInt(at + 4) == PngPicture.END;
            at += length + 12;
            effort.spend(12);
            if (last) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Telephones put more behind a picture: time, country, a film.
     *
     * @return where to look on
     */
    private int blankBehind(int from, int end) {
        int recordEnd = DrawingRecord.endAround(bytes, from);
        if (recordEnd < end) {
            return end;
        }
        Arrays.fill(bytes, end, recordEnd, (byte) 0);
        return recordEnd;
    }

    /** Zeros pack better than what they take the place of; behind the packed end nothing is read. */
    private void blankInside(DrawingRecord record) throws Effort.TooMuch {
        if (record.tiff()) {
            TiffPicture.blank(bytes, record.from(), record.to(), effort);
            return;
        }
        byte[] content = flate.unpacked(bytes, record.from(), record.to());
        byte[] clean = content.clone();
        new EmbeddedPictures(clean, null).blank();
        if (!Arrays.equals(content, clean)) {
            byte[] packed = flate.packed(clean);
            int room = record.to() - record.from();
            if (packed.length <= room) {
                System.arraycopy(Arrays.copyOf(packed, room), 0, bytes, record.from(), room);
            }
        }
    }
}
