package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.minsheng.platform.error.Refusal;

/**
 * Looks whether a PDF (ISO 32000-1) is whole and does nothing by itself: no script, no started program, no file inside. Names
 * are looked for outside of streams and in the packed object streams, also where signs of them are written as #xx.
 * No library does this: those for reading PDF mend what is broken and see only what is reachable from the root, so that what
 * another program would find (a polyglot, an older revision, an object that the table leaves out) would pass unseen. Hence the
 * bytes are looked at, as signs, and what is doubtful is refused.
 */
final class PdfFile {

    private static final String HEAD = "%PDF-";
    private static final String END = "%%EOF";
    /** Readers look for the end in the last kilobyte. */
    private static final int END_BYTES = 1024;
    private static final int MAX_UNPACKED = 32 * 1024 * 1024;
    private static final Pattern ACTIVE = Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9_.-])");

    private int unpacked;

    private PdfFile() {
    }

    /** @throws Refusal 415 with the reason */
    static void check(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (!text.startsWith(HEAD) || text.lastIndexOf(END) < text.length() - END_BYTES - END.length()) {
            throw Refusal.unsupported("PDF 文件不完整，请重新保存后再上传。");
        }
        if (new PdfFile().isActive(text, bytes)) {
            throw Refusal.unsupported("PDF 里含有脚本、程序或内嵌文件，不能上传，请打印成普通 PDF 后再上传。");
        }
    }

    private boolean isActive(String text, byte[] bytes) {
        int at = 0;
        for (PdfStream stream : PdfStream.all(text)) {
            if (names(text.substring(at, stream.head())) || stream.dictionary(text).contains("/ObjStm")
                    && names(inflated(bytes, stream.from(), stream.to()))) {
                return true;
            }
            at = stream.to();
        }
        return names(text.substring(at));
    }

    private static boolean names(String text) {
        return ACTIVE.matcher(PdfStream.plain(text)).find();
    }

    /** What is packed in another way than the usual one is left unread; at most 32 MB of a file are unpacked. */
    private String inflated(byte[] bytes, int from, int to) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, from, to - from);
            byte[] buffer = new byte[8192];
            int length;
            while (unpacked < MAX_UNPACKED && (length = inflater.inflate(buffer)) > 0) {
                unpacked += length;
                text.write(buffer, 0, length);
            }
        } catch (DataFormatException notPackedThisWay) {
            // what was read until here is looked at all the same
        } finally {
            inflater.end();
        }
        return text.toString(ISO_8859_1);
    }
}
