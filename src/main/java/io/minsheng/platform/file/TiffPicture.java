package io.minsheng.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/**
 * A TIFF picture (TIFF 6.0) as Office keeps it inside of a drawing: in place it loses every field that does not draw it, with
 * what the field leads to, the directories of Exif and GPS above all.
 */
final class TiffPicture {

    private static final int ENTRY = 12;
    private static final int MAX_DIRECTORIES = 100;
    private static final Set<Integer> LEADS_TO_MORE = Set.of(0x8769, 0x8825, 0xA005);
    /** Among those that draw: names, makers, programs, times. */
    private static final Set<Integer> TELLS = Set.of(269, 270, 271, 272, 285, 305, 306, 315, 316, 330);
    private static final int ICC_PROFILE = 34675;
    /** Bytes of a value, by its type. */
    private static final int[] SIZES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final ByteBuffer tiff;
    /** Many fields may lead to the same megabytes. */
    private final Effort effort;
    private int directories;

    private TiffPicture(byte[] bytes, int from, int to, Effort effort) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.effort = effort;
        this.tiff = ByteBuffer.wrap(bytes).order(bytes[from] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /**
     * @param from where its header begins, of at least eight bytes
     * @throws Effort.TooMuch if it is made to take long
     */
    static void blank(byte[] bytes, int from, int to, Effort effort) throws Effort.TooMuch {
        TiffPicture picture = new TiffPicture(bytes, from, to, effort);
        int at = picture.directory(from + 4);
        while (at > 0) {
            at = picture.keepWhatDraws(at);
        }
    }

    /** Where the directory stands that is named at this place; 0 if there is none, or too many were seen. */
    private int directory(int named) {
        if (named + 4 > to || ++directories > MAX_DIRECTORIES) {
            return 0;
        }
        long at = from + (tiff.getInt(named) & 0xffffffffL);
        return at < from + 8 || at + 2 + entries((int) at) * (long) ENTRY + 4 > to ? 0 : (int) at;
    }

    private int entries(int directory) {
        return directory + 2 > to || directory < from ? Integer.MAX_VALUE / 16 : tiff.getShort(directory) & 0xffff;
    }

    /** @return the next directory, or 0 */
    private int keepWhatDraws(int directory) throws Effort.TooMuch {
        int count = entries(directory);
        effort.spend((long) count * ENTRY);
        int end = directory + 2 + count * ENTRY;
        byte[] next = Arrays.copyOfRange(bytes, end, end + 4);
        int kept = directory + 2;
        for (int at = directory + 2; at < end; at += ENTRY) {
            if (draws(tiff.getShort(at) & 0xffff)) {
                System.arraycopy(bytes, at, bytes, kept, ENTRY);
                kept += ENTRY;
            } else {
                forget(at);
            }
        }
        tiff.putShort(directory, (short) ((kept - directory - 2) / ENTRY));
        System.arraycopy(next, 0, bytes, kept, 4);
        Arrays.fill(bytes, kept + 4, Math.max(kept + 4, end + 4), (byte) 0);
        return directory(kept);
    }

    private static boolean draws(int tag) {
        return (tag >= 254 && tag <= 347 || tag >= 512 && tag <= 532 || tag == ICC_PROFILE) && !TELLS.contains(tag);
    }

    /** Empties what an entry leads to; the entry itself is written over. */
    private void forget(int entry) throws Effort.TooMuch {
        effort.spend(ENTRY);
        if (LEADS_TO_MORE.contains(tiff.getShort(entry) & 0xffff)) {
            int inner = directory(entry + 8);
            if (inner > 0) {
                int end = inner + 2 + entries(inner) * ENTRY;
                for (int at = inner + 2; at < end; at += ENTRY) {
                    forget(at);
                }
                Arrays.fill(bytes, inner, end, (byte) 0);
            }
        }
        int type = tiff.getShort(entry + 2) & 0xffff;
        long length = (tiff.getInt(entry + 4) & 0xffffffffL) * (type < SIZES.length ? SIZES[type] : 1);
        long value = from + (tiff.getInt(entry + 8) & 0xffffffffL);
        if (length > 4 && value >= from + 8 && value + length <= to) {
            effort.spend(length);
            Arrays.fill(bytes, (int) value, (int) (value + length), (byte) 0);
        }
    }
}
