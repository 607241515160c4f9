package io.minsheng.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A record of an Office drawing that holds a picture ([MS-ODRAW] 2.2.23 OfficeArtBlip) in which one cannot be found by its own
 * beginning.
 *
 * @param tiff whether it is a TIFF picture, else a packed metafile
 * @param from where the picture begins, without what the record says of it
 * @param to behind its end
 */
record DrawingRecord(boolean tiff, int from, int to) {

    private static final int EMF = 0xF01A;
    private static final int PICT = 0xF01C;
    private static final int FIRST_AS_INSERTED = 0xF01D;
    private static final int TIFF = 0xF029;
    private static final int LAST = 0xF02A;
    private static final int HEAD = 8;
    private static final int DIGEST = 16;
    private static final int METAFILE_HEAD = 34;
    private static final int NOT_FILTERED = 0xFE;

    /** The one whose head begins at this place; null if none does. */
    static DrawingRecord at(byte[] bytes, int at) {
        if (at + HEAD > bytes.length || bytes[at + 3] != (byte) 0xF0) {
            return null;
        }
        ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int type = record.getShort(at + 2) & 0xffff;
        if (type < EMF || type > LAST) {
            return null;
        }
        // the lowest bit of the instance says that there are two digests; their places differ by record
        for (int digests = 1; digests <= 2; digests++) {
            int from = at + HEAD + digests * DIGEST;
            long to = at + HEAD + (record.getInt(at + 4) & 0xffffffffL);
            if (to > bytes.length || from + METAFILE_HEAD >= to) {
                continue;
            }
            if (type <= PICT && isPackedMetafile(record, from, to)) {
                return new DrawingRecord(false, from + METAFILE_HEAD, (int) to);
            }
            if (type == TIFF && isTiff(record, from + 1)) {
                return new DrawingRecord(true, from + 1, (int) to);
            }
        }
        return null;
    }

    /** Behind the record that holds the picture beginning here as it was inserted; negative if none does. */
    static int endAround(byte[] bytes, int picture) {
        ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int digests = 1; digests <= 2; digests++) {
            int at = picture - 1 - digests * DIGEST - HEAD;
            int type = at < 0 ? 0 : record.getShort(at + 2) & 0xffff;
            if (type >= FIRST_AS_INSERTED && type <= LAST) {
                long end = at + HEAD + (record.getInt(at + 4) & 0xffffffffL);
                return end > picture && end <= bytes.length ? (int) end : -1;
            }
        }
        return -1;
    }

    private static boolean isPackedMetafile(ByteBuffer record, int head, long to) {
        long packed = record.getInt(head + METAFILE_HEAD - 6) & 0xffffffffL;
        return packed == to - head - METAFILE_HEAD && record.get(head + METAFILE_HEAD - 2) == 0
                && (record.get(head + METAFILE_HEAD - 1) & 0xff) == NOT_FILTERED;
    }

    private static boolean isTiff(ByteBuffer record, int at) {
        int head = record.getInt(at);
        return head == 0x002A4949 || head == 0x2A004D4D;
    }
}
