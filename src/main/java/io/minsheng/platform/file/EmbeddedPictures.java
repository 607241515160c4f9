package io.minsheng.platform.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pictures within other bytes, found by how they begin and end: what they tell about place and device is emptied where it
 * stands, so that everything keeps its place. In a record of an Office drawing ([MS-ODRAW] 2.2.23) what stands behind the
 * picture
 * is emptied too, and those inside of a metafile, which is packed, and TIFF pictures are found.
 */
final class EmbeddedPictures {

    private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int MAX_UNPACKED = 64 * 1024 * 1024;

    private final byte[] bytes;
    private final Flate flate;
    /** How many bytes may be read on the search for ends; what begins by chance is soon no picture. */
    private long mayRead;

    private EmbeddedPictures(byte[] bytes, Flate flate) {
        this.bytes = bytes;
        this.flate = flate;
        this.mayRead = 8L * bytes.length + 1_000_000;
    }

    /** Bytes that are made so that a search in them takes long. */
    static final class TooMuch extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** @throws TooMuch if they are made to take long */
    static void blank(byte[] bytes) throws TooMuch {
        new EmbeddedPictures(bytes, new Flate(MAX_UNPACKED)).blank();
    }

    private void blank() throws TooMuch {
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
    private int jpegEnd(int from) throws TooMuch {
        int at = from + 2;
        boolean drawn = false;
        while (at + 2 <= bytes.length && bytes[at] == (byte) 0xFF) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == EOI) {
                return drawn ? at + 2 : -1;
            }
            if (marker == 0xFF) {
                at++;
                read(1);
                continue;
            }
            int length = at + 4 <= bytes.length ? (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff : 0;
            if (length < 2) {
                return -1;
            }
            at += 2 + length;
            read(4);
            drawn |= JpegPhoto.isFrame(marker);
            if (marker == SOS && at < bytes.length) {
                int end = JpegPhoto.endOfScan(bytes, at);
                read(end - at);
                at = end;
            }
        }
        return -1;
    }

    private int pngEnd(int from) throws TooMuch {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        for (int at = from + PNG.length; at + 12 <= bytes.length;) {
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return -1;
            }
            boolean last = png.getInt(at + 4) == PngPicture.END;
            at += length + 12;
            read(12);
            if (last) {
                return at;
            }
        }
        return -1;
    }

    private void read(int more) throws TooMuch {
        mayRead -= more;
        if (mayRead < 0) {
            throw new TooMuch();
        }
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
    private void blankInside(DrawingRecord record) throws TooMuch {
        if (record.tiff()) {
            TiffPicture.blank(bytes, record.from(), record.to());
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
