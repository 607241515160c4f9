package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import io.minsheng.intake.mail.reading.MailCharsets;

/** What a file is by its content; names lie, and WPS calls its doc files wps. */
enum DocumentKind {
    /** Word, Excel, OpenDocument or an ordinary zip: its entries say which. */
    ZIP,
    DOC,
    XLS,
    RTF,
    PDF,
    HTML,
    /** Plain Chinese text. */
    TEXT,
    /** Packed in a way that is not opened here: RAR, 7z, gzip. */
    PACKED,
    NONE;

    private static final int HEAD = 4096;
    private static final int MAX_TEXT = 200_000;

    static DocumentKind of(byte[] bytes) throws IOException {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return ofOle(bytes);
        }
        if (startsWith(bytes, 'R', 'a', 'r', '!', 0x1A, 7) || startsWith(bytes, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)
                || startsWith(bytes, 0x1F, 0x8B, 8)) {
            return PACKED;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        if (head.stripLeading().startsWith("{\\rtf")) {
            return RTF;
        }
        if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
            return PDF;
        }
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("<html") || lower.contains("<table")) {
            return HTML;
        }
        return isText(bytes) ? TEXT : NONE;
    }

    /** Nothing but signs, and most of them Chinese: no mail, no list, no program. */
    private static boolean isText(byte[] bytes) {
        if (bytes.length > MAX_TEXT) {
            return false;
        }
        String text = MailCharsets.guess(bytes);
        long chinese = text.codePoints().filter(Character::isIdeographic).count();
        return text.codePoints().noneMatch(each -> each < ' ' && !Character.isWhitespace(each) || each == 0xFFFD)
                && chinese * 2 > text.codePoints().filter(each -> !Character.isWhitespace(each)).count();
    }

    private static DocumentKind ofOle(byte[] bytes) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                throw new Locked();
            }
            if (root.hasEntry("WordDocument")) {
                return DOC;
            }
            return root.hasEntry("Workbook") || root.hasEntry("Book") || root.hasEntry("WORKBOOK") ? XLS : NONE;
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
