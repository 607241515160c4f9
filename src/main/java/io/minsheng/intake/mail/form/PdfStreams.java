package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Counts what the streams of a PDF inflate to, before the library inflates them into memory. Their dictionaries stand in plain
 * text before them (ISO 32000-1, 7.3.8); one that does not say plainly how it is packed is not opened at all.
 */
public final class PdfStreams {

    private static final long MAX_STREAM = 24L * 1024 * 1024;
    /** Pictures are never opened here; one that is really something else stays bearable. */
    private static final long MAX_PICTURE = 100L * 1024 * 1024;
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");
    private static final int DICTIONARY = 8000;
    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/[A-Za-z0-9]+)");
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9]+)");
    private static final Set<String> PICTURES = Set.of("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode");
    private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);

    private final byte[] bytes;
    private final Archive.Budget budget = new Archive.Budget();

    private PdfStreams(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks all.
     *
     * @throws TooMuch over the limit
     * @throws Locked encrypted
     * @throws IOException packed in a way that cannot be counted
     */
    public static void check(byte[] bytes) throws IOException {
        new PdfStreams(bytes).check();
    }

    private void check() throws IOException {
        int at = 0;
        int object = 0;
        while ((at = indexOf(STREAM, at)) >= 0) {
            boolean end = at >= 3 && bytes[at - 3] == 'e' && bytes[at - 2] == 'n' && bytes[at - 1] == 'd';
            int data = at + STREAM.length;
            if (!end && data < bytes.length && (bytes[data] == '\r' || bytes[data] == '\n')) {
                stream(dictionary(Math.max(object, at - DICTIONARY), at), data);
            }
            object = end ? at : object;
            at = data;
        }
        // the trailer says so in plain text, be it a dictionary or a cross-reference stream
        if (indexOf("/Encrypt".getBytes(ISO_8859_1), 0) >= 0) {
            throw new Locked();
        }
    }

    private String dictionary(int from, int to) {
        String text = new String(bytes, from, to - from, ISO_8859_1);
        int begin = text.lastIndexOf(" obj");
        return begin < 0 ? text : text.substring(begin);
    }

    private void stream(String dictionary, int lineEnd) throws IOException {
        int start = bytes[lineEnd] == '\r' && lineEnd + 1 < bytes.length && bytes[lineEnd + 1] == '\n' ? lineEnd + 2
                : lineEnd + 1;
        Matcher filter = FILTER.matcher(dictionary);
        boolean plain = !dictionary.contains("Filter") && dictionary.indexOf('#') < 0;
        if (plain) {
            return;
        }
        if (!filter.find() || dictionary.indexOf("/Filter") != dictionary.lastIndexOf("/Filter")) {
            throw new IOException("a stream hides how it is packed");
        }
        List<String> names = NAME.matcher(filter.group(1)).results().map(each -> each.group(1)).toList();
        int first = 0;
        int from = start;
        byte[] source = bytes;
        if (!names.isEmpty() && Set.of("ASCII85Decode", "A85").contains(names.get(0))) {
            source = fromAscii85(start);
            from = 0;
            first = 1;
        }
        List<String> rest = names.subList(first, names.size());
        if (rest.isEmpty() || PICTURES.contains(rest.get(0))) {
            return;
        }
        if (!Set.of("FlateDecode", "Fl").contains(rest.get(0)) || rest.size() > 1 && !PICTURES.contains(rest.get(1))) {
            throw new IOException("a stream is packed as " + names);
        }
        count(source, from, PICTURE.matcher(dictionary).find());
    }

    private void count(byte[] packed, int from, boolean picture) {
        Inflater inflater = new Inflater();
        byte[] out = new byte[64 * 1024];
        long count = 0;
        try {
            inflater.setInput(packed, from, packed.length - from);
            while (!inflater.finished()) {
                int some = inflater.inflate(out);
                if (some == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return;
                }
                count += some;
                long max = picture ? MAX_PICTURE : MAX_STREAM;
                if (count > max) {
                    throw new TooMuch("其中一部分解压后超过 " + max / 1024 / 1024 + " MB");
                }
                budget.spend(picture ? 0 : some);
            }
        } catch (DataFormatException broken) {
            // the library stops at the same place
        } finally {
            inflater.end();
        }
    }

    private byte[] fromAscii85(int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long group = 0;
        int signs = 0;
        for (int i = start; i < bytes.length && bytes[i] != '~'; i++) {
            int sign = bytes[i];
            if (sign == 'z' && signs == 0) {
                out.writeBytes(new byte[4]);
            } else if (sign >= '!' && sign <= 'u') {
                group = group * 85 + sign - '!';
                if (++signs == 5) {
                    out.writeBytes(
                            new byte[] { (byte) (group >> 24), (byte) (group >> 16), (byte) (group >> 8), (byte) group });
                    group = 0;
                    signs = 0;
                }
            }
        }
        return out.toByteArray();
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
