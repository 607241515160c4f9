package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * Tells by the first bytes what is certainly no file that may be attached, nor one for which there is a word of advice. To
 * compare such a file with all the hundreds of kinds that Tika knows takes longer than all the rest of a mail.
 */
final class FirstBytes {

    /** Of JPEG, PNG, zip (also an empty one and one in volumes). */
    private static final List<String> BEGINNINGS = List.of("\u00ff\u00d8\u00ff", "\u0089PNG", "PK");
    private static final String PDF = "%PDF-";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";
    /** At byte 4 of HEIC photos. */
    private static final String BOX = "ftyp";
    /** The latest places where Tika looks for the beginning of a PDF and of an OLE2 file. */
    private static final int LATEST_PDF = 512;
    private static final int LATEST_OLE = 8;
    private static final int LOOKED_AT = LATEST_PDF + PDF.length();

    private FirstBytes() {
    }

    /** Whether to look more closely; never false for what Tika calls a JPEG, PNG, PDF, zip, OLE2 or HEIC file. */
    static boolean mayBeKnown(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), ISO_8859_1);
        int ole = start.indexOf(OLE);
        return BEGINNINGS.stream().anyMatch(start::startsWith) || start.startsWith(BOX, 4) || start.contains(PDF)
                || ole >= 0 && ole <= LATEST_OLE;
    }
}
