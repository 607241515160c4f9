package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.minsheng.platform.error.Refusal;

/**
 * Tells Word and Excel files from other containers of the same outer form. Nothing is unpacked: of a zip only the central
 * directory is read (APPNOTE 4.3.12), of an OLE2 file only the names in its directory ([MS-CFB] 2.6), both within limits.
 */
final class OfficeContainers {

    private static final int MAX_ENTRIES = 10_000;
    /** A document of 10 MB that unpacks to more than this is a bomb. */
    private static final long MAX_UNPACKED = 512L * 1024 * 1024;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int OLE_ENTRY_BYTES = 128;

    private OfficeContainers() {
    }

    /** A docx or xlsx without macros. */
    static Optional<AttachmentKind> ofZip(byte[] bytes) {
        Set<String> names = zipNames(bytes);
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            throw Refusal.unsupported("文件含有宏，不能上传，请另存为不含宏的 docx 或 xlsx。");
        }
        boolean word = names.stream().anyMatch(name -> name.startsWith("word/"));
        boolean sheet = names.stream().anyMatch(name -> name.startsWith("xl/"));
        // both would be a file made to be read differently by different programs
        return word == sheet ? Optional.empty() : Optional.of(word ? AttachmentKind.DOCX : AttachmentKind.XLSX);
    }

    /** A doc or xls. */
    static Optional<AttachmentKind> ofOle(byte[] bytes) {
        Set<String> names = oleNames(bytes);
        if (names.contains("EncryptedPackage")) {
            throw Refusal.unsupported("文件设有密码，无法读取，请去掉密码后再上传。");
        }
        if (names.contains("WordDocument")) {
            return Optional.of(AttachmentKind.DOC);
        }
        return names.contains("Workbook") || names.contains("Book") ? Optional.of(AttachmentKind.XLS) : Optional.empty();
    }

    /** The names in the central directory; none if it is broken, too long or promises too much. */
    private static Set<String> zipNames(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = endOfZip(zip);
        if (end < 0) {
            return Set.of();
        }
        int count = zip.getShort(end + 10) & 0xffff;
        int at = zip.getInt(end + 16);
        if (count > MAX_ENTRIES) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (at < 0 || at > end - ENTRY_BYTES || zip.getInt(at) != ENTRY_SIGNATURE) {
                return Set.of();
            }
            unpacked += zip.getInt(at + 24) & 0xffffffffL;
            int nameBytes = zip.getShort(at + 28) & 0xffff;
            if (at + ENTRY_BYTES + nameBytes > end || unpacked > MAX_UNPACKED) {
                return Set.of();
            }
            names.add(new String(bytes, at + ENTRY_BYTES, nameBytes, UTF_8));
            at += ENTRY_BYTES + nameBytes + (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
        }
        return names;
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

    /**
     * Looks at every place where a directory entry can be (they are aligned to 128 bytes) instead of following the sector
     * chains: broken chains are the usual way to trouble a reader.
     */
    private static Set<String> oleNames(byte[] bytes) {
        ByteBuffer ole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        for (int at = 512; at + OLE_ENTRY_BYTES <= bytes.length && names.size() < MAX_ENTRIES; at += OLE_ENTRY_BYTES) {
            int nameBytes = ole.getShort(at + 64) & 0xffff;
            int type = bytes[at + 66];
            boolean streamOrStorage = type == 1 || type == 2;
            if (streamOrStorage && nameBytes >= 4 && nameBytes <= 64 && nameBytes % 2 == 0) {
                names.add(new String(bytes, at, nameBytes - 2, UTF_16LE));
            }
        }
        return names;
    }
}
