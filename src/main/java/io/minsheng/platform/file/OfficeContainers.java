package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;

import io.minsheng.platform.error.Refusal;

/**
 * Tells Word and Excel files from other containers of the same outer form, and finds what a sound one does not hold. Of an OLE2
 * file only the names in its directory are read ([MS-CFB] 2.6), within limits.
 */
final class OfficeContainers {

    private static final int MAX_NAMES = 10_000;
    /** A document of 10 MB that says it unpacks to more than this is a bomb; one that lies about it is broken. */
    private static final long MAX_UNPACKED = 256L * 1024 * 1024;
    private static final int OLE_ENTRY_BYTES = 128;

    private OfficeContainers() {
    }

    /** A docx or xlsx without macros. */
    static Optional<AttachmentKind> ofZip(byte[] bytes) {
        Optional<ZipDirectory> zip = ZipDirectory.of(bytes);
        List<String> names = zip.map(each -> each.entries().stream().map(ZipDirectory.Entry::name).toList()).orElse(List.of());
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            throw macros();
        }
        boolean word = names.stream().anyMatch(name -> name.startsWith("word/"));
        boolean sheet = names.stream().anyMatch(name -> name.startsWith("xl/"));
        // both would be a file made to be read differently by different programs
        if (word == sheet) {
            return Optional.empty();
        }
        checkUnpacked(zip.orElseThrow());
        return Optional.of(word ? AttachmentKind.DOCX : AttachmentKind.XLSX);
    }

    /** A doc or xls without macros ([MS-OVBA] 2.2.1: where there are some, there is this stream). */
    static Optional<AttachmentKind> ofOle(byte[] bytes) {
        Set<String> names = oleNames(bytes);
        if (names.contains("EncryptedPackage")) {
            throw Refusal.unsupported("文件设有密码，无法读取，请去掉密码后再上传。");
        }
        if (names.contains("_VBA_PROJECT")) {
            throw macros();
        }
        if (names.contains("WordDocument")) {
            return Optional.of(AttachmentKind.DOC);
        }
        return names.contains("Workbook") || names.contains("Book") ? Optional.of(AttachmentKind.XLS) : Optional.empty();
    }

    private static Refusal macros() {
        return Refusal.unsupported("文件含有宏，不能上传，请另存为不含宏的 docx 或 xlsx。");
    }

    private static void checkUnpacked(ZipDirectory zip) {
        if (zip.entries().stream().mapToLong(ZipDirectory.Entry::size).sum() > MAX_UNPACKED) {
            throw Refusal.unsupported("文件解开后太大，无法打开，请精简后再上传。");
        }
        try {
            for (ZipDirectory.Entry each : zip.entries()) {
                zip.unpack(each, (piece, length) -> {
                });
            }
        } catch (DataFormatException e) {
            throw Refusal.unsupported("文件已损坏，无法打开，请重新保存后再上传。");
        }
    }

    /**
     * Looks at every place where a directory entry can be (they are aligned to 128 bytes) instead of following the sector
     * chains: broken chains are the usual way to trouble a reader.
     */
    private static Set<String> oleNames(byte[] bytes) {
        ByteBuffer ole = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        for (int at = 512; at + OLE_ENTRY_BYTES <= bytes.length && names.size() < MAX_NAMES; at += OLE_ENTRY_BYTES) {
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
