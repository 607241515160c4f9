package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a zip holds by its central directory (APPNOTE 4.3.12), strictly: it fills the whole file from the first byte to the
 * last, its parts do not overlap, and no name stands for two things. So no program can find something else in it than this one.
 * No library does this: those for reading archives are lenient on purpose, skip what stands before, between and behind the
 * parts, and thereby accept the polyglots that are to be refused here. What is accepted may be read by one afterwards.
 */
final class ZipDirectory {

    private static final int MAX_ENTRIES = 10_000;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int PIECE = 64 * 1024;

    private final byte[] bytes;
    private final List<Entry> entries;

    private ZipDirectory(byte[] bytes, List<Entry> entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    /**
     * One packed file.
     *
     * @param start where its packed content begins
     * @param size what it says it unpacks to
     */
    record Entry(String name, boolean deflated, int header, int start, int packed, long size) {

        private int end() {
            return start + packed;
        }
    }

    /** Whether the file ends as a zip does: then programs open it as one, whatever it begins with. */
    static boolean endsFile(byte[] bytes) {
        return endOfZip(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)) >= 0;
    }

    /** Empty if it is broken, encrypted, too long, or not strictly one zip. */
    static Optional<ZipDirectory> of(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = endOfZip(zip);
        if (end < 0 || end + END_BYTES + (zip.getShort(end + 20) & 0xffff) != bytes.length) {
            return Optional.empty();
        }
        int count = zip.getShort(end + 10) & 0xffff;
        int at = zip.getInt(end + 16);
        int directory = at;
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (count > MAX_ENTRIES || at < 0 || at > end - ENTRY_BYTES || zip.getInt(at) != ENTRY_SIGNATURE) {
                return Optional.empty();
            }
            Entry entry = entry(zip, at, end);
            if (entry == null || entry.end() > directory) {
                return Optional.empty();
            }
            entries.add(entry);
            at += ENTRY_BYTES + (zip.getShort(at + 28) & 0xffff) + (zip.getShort(at + 30) & 0xffff)
                    + (zip.getShort(at + 32) & 0xffff);
        }
        return at == end && apart(entries) ? Optional.of(new ZipDirectory(bytes, entries)) : Optional.empty();
    }

    /** Null if it cannot be read. */
    private static Entry entry(ByteBuffer zip, int at, int end) {
        int flags = zip.getShort(at + 8);
        int method = zip.getShort(at + 10) & 0xffff;
        int packed = zip.getInt(at + 20);
        int nameBytes = zip.getShort(at + 28) & 0xffff;
        int header = zip.getInt(at + 42);
        boolean encrypted = (flags & 1) != 0;
        if (encrypted || method != STORED && method != DEFLATED || packed < 0 || at + ENTRY_BYTES + nameBytes > end
                || header < 0 || header > end - LOCAL_BYTES || zip.getInt(header) != LOCAL_SIGNATURE) {
            return null;
        }
        int localNameBytes = zip.getShort(header + 26) & 0xffff;
        int start = header + LOCAL_BYTES + localNameBytes + (zip.getShort(header + 28) & 0xffff);
        if (start > end - packed
                || !name(zip, at + ENTRY_BYTES, nameBytes).equals(name(zip, header + LOCAL_BYTES, localNameBytes))) {
            return null;
        }
        return new Entry(name(zip, at + ENTRY_BYTES, nameBytes), method == DEFLATED, header, start, packed,
                zip.getInt(at + 24) & 0xffffffffL);
    }

    private static String name(ByteBuffer zip, int at, int length) {
        return new String(zip.array(), at, length, UTF_8);
    }

    private static boolean apart(List<Entry> entries) {
        List<Entry> inOrder = entries.stream().sorted(Comparator.comparing(Entry::header)).toList();
        int free = 0;
        for (Entry each : inOrder) {
            // something before the first part would be another file
            if (each.header() < free || free == 0 && each.header() != 0) {
                return false;
            }
            free = each.end();
        }
        return entries.stream().map(Entry::name).distinct().count() == entries.size();
    }

    private static int endOfZip(ByteBuffer zip) {
        int last = zip.limit() - END_BYTES;
        for (int at = last; at >= 0 && at >= last - 0xffff; at--) {
            if (zip.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        return -1;
    }

    List<Entry> entries() {
        return entries;
    }

    /** What a packed file takes from the zip. */
    interface Unpacked {

        void piece(byte[] buffer, int length);
    }

    /**
     * Unpacks one file, piece by piece.
     *
     * @return its size
     * @throws DataFormatException if it is broken, or not of the size it says
     */
    long unpack(Entry entry, Unpacked into) throws DataFormatException {
        long size = entry.deflated() ? inflate(entry, into) : copy(entry, into);
        if (size != entry.size()) {
            throw new DataFormatException("not of the size it says");
        }
        return size;
    }

    private long copy(Entry entry, Unpacked into) {
        byte[] content = Arrays.copyOfRange(bytes, entry.start(), entry.end());
        into.piece(content, content.length);
        return content.length;
    }

    private long inflate(Entry entry, Unpacked into) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, entry.start(), entry.packed());
            byte[] buffer = new byte[PIECE];
            long size = 0;
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                size += length;
                if (length == 0 && !inflater.finished() || size > entry.size()) {
                    throw new DataFormatException("cut, or more than it says");
                }
                into.piece(buffer, length);
            }
            return size;
        } finally {
            inflater.end();
        }
    }
}
