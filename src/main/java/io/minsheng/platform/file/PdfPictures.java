package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The photos inside of a PDF: they still say where and with what they were taken, in themselves and in descriptions (XMP)
 * beside them. What says so is overwritten where it stands, so that the file keeps its length and everything in it its
 * place, and older revisions are cleaned as well. A signed PDF stays as it is, since any change would make its signature
 * invalid; so does what is encrypted, or packed in another way than the usual ones.
 */
final class PdfPictures {

    /** A packed photo is about as large unpacked, a description small; more is there to fill the memory. */
    private static final int MAX_UNPACKED = 32 * 1024 * 1024;
    private static final String SIGNED = "/ByteRange";
    private static final Pattern FLATE_FIRST = Pattern.compile("/Filter\\s*+\\[?\\s*+/(?:FlateDecode|Fl)(?![A-Za-z])");
    private static final Pattern SECOND_FILTER = Pattern.compile("\\[\\s*/(?:FlateDecode|Fl)\\s*/(?!DCT)");

    private final byte[] bytes;
    private final Flate flate = new Flate(MAX_UNPACKED);

    private PdfPictures(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param pdf that has passed {@link PdfFile}; the same bytes if there is nothing to leave out */
    static byte[] withoutMetadata(byte[] pdf) {
        String text = new String(pdf, ISO_8859_1);
        if (text.contains(SIGNED)) {
            return pdf;
        }
        PdfPictures pictures = new PdfPictures(pdf.clone());
        for (PdfStream each : PdfStream.all(text)) {
            pictures.clean(each, each.dictionary(text));
        }
        return pictures.bytes;
    }

    private void clean(PdfStream stream, String dictionary) {
        boolean photo = dictionary.contains("/DCT");
        if (!photo && !dictionary.contains("/Metadata") && !dictionary.contains("/XML")) {
            return;
        }
        if (!FLATE_FIRST.matcher(dictionary).find()) {
            put(stream, cleaned(Arrays.copyOfRange(bytes, stream.from(), contentEnd(stream)), photo));
        } else if (!SECOND_FILTER.matcher(dictionary).find()) {
            cleanPacked(stream, photo);
        }
    }

    /** The end of line before {@code endstream} belongs to neither. */
    private int contentEnd(PdfStream stream) {
        int end = stream.to();
        while (end > stream.from() && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private void put(PdfStream stream, byte[] cleaned) {
        System.arraycopy(cleaned, 0, bytes, stream.from(), cleaned.length);
    }

    /** Zeros pack better than what they take the place of; behind the packed end nothing is read. */
    private void cleanPacked(PdfStream stream, boolean photo) {
        byte[] content = flate.unpacked(bytes, stream.from(), stream.to());
        byte[] cleaned = cleaned(content, photo);
        if (Arrays.equals(content, cleaned)) {
            return;
        }
        byte[] packed = flate.packed(cleaned);
        int room = contentEnd(stream) - stream.from();
        if (packed.length > room && !photo) {
            // a short description: none at all is better
            Arrays.fill(cleaned, (byte) ' ');
            packed = flate.packed(cleaned);
        }
        if (packed.length <= room) {
            put(stream, Arrays.copyOf(packed, room));
        }
    }

    private static byte[] cleaned(byte[] content, boolean photo) {
        if (!photo) {
            return PhotoDescription.blanked(content);
        }
        try {
            return content.length > 2 && content[0] == (byte) 0xFF && content[1] == (byte) 0xD8 ? JpegPhoto.blanked(content)
                    : content;
        } catch (IOException brokenPicture) {
            // nobody can look at it
            return content;
        }
    }
}
