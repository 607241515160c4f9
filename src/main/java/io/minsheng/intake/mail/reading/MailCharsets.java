package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Charsets as mail programs mean them, not as they name them. */
public final class MailCharsets {

    static final Charset GB18030 = Charset.forName("GB18030");

    /** All of them are subsets of GB18030, and senders exceed the subset they name. */
    private static final Set<String> CHINESE = Set.of("gb2312", "gbk", "cp936", "ms936", "windows-936", "x-gbk", "gb_2312-80",
            "gb18030", "csgb2312", "chinese", "euc-cn", "x-euc-cn", "gb2312-80");
    private static final Set<String> UNNAMED = Set.of("us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown",
            "default", "8bit", "7bit", "binary", "unknown", "");
    private static final Set<String> WESTERN = Set.of("iso-8859-1", "iso8859-1", "latin1", "iso-8859-15", "windows-1252",
            "cp1252");
    private static final String HZ = "hz-gb-2312";

    private MailCharsets() {
    }

    /** Decoded text, and whether something had to be guessed. */
    public record Decoded(String text, boolean guessed) {
    }

    /** Decodes by the named charset; where the name is unknown or wrong, as UTF-8 if it is that, else as GB18030. */
    public static Decoded decode(byte[] bytes, String charset) {
        String name = charset == null ? ""
                : charset.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']|[\"']$", "")
                        .replaceAll("\\*.*$", "");
        if (HZ.equals(name)) {
            return new Decoded(new String(fromHz(bytes), GB18030), false);
        }
        if (UNNAMED.contains(name)) {
            boolean ascii = isAscii(bytes);
            return new Decoded(guess(bytes), !ascii);
        }
        Optional<Charset> known = find(name);
        if (known.isEmpty()) {
            return new Decoded(guess(bytes), true);
        }
        Optional<String> really = mislabelled(bytes, name, known.get());
        if (really.isPresent()) {
            return new Decoded(really.get(), true);
        }
        return strictly(bytes, known.get()).map(text -> new Decoded(text, false))
                .orElseGet(() -> new Decoded(known.get().equals(UTF_8) ? guess(bytes) : leniently(bytes, known.get()), true));
    }

    /**
     * What bytes really say whose label is wrong although it fits: UTF-8 called anything else, GBK called Latin, plain ASCII
     * called UTF-16. They are so regular that a text in the named charset would hardly ever look like them.
     */
    private static Optional<String> mislabelled(byte[] bytes, String name, Charset named) {
        if (UTF_8.equals(named)) {
            return Optional.empty();
        }
        if (isAscii(bytes)) {
            boolean wide = named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32");
            return wide && isPrintable(bytes) ? strictly(bytes, UTF_8) : Optional.empty();
        }
        Optional<String> utf8 = strictly(bytes, UTF_8)
                .filter(text -> text.codePoints().allMatch(point -> point < 0x80 || point >= 0x2000));
        return utf8.isPresent() || !WESTERN.contains(name) || !isPairsOfGb2312(bytes) ? utf8 : strictly(bytes, GB18030);
    }

    /** No control signs but line ends and tabs; two bytes of one sign mostly make some. */
    private static boolean isPrintable(byte[] bytes) {
        for (byte each : bytes) {
            if (each < ' ' && each != '\r' && each != '\n' && each != '\t') {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /** Two pairs at least, and nothing but pairs. */
    private static boolean isPairsOfGb2312(byte[] bytes) {
        int pairs = 0;
        for (int i = 0; i < bytes.length; i++) {
            int first = bytes[i] & 0xFF;
            if (first < 0x80) {
                continue;
            }
            int second = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            if (first < 0xA1 || first > 0xF7 || second < 0xA1 || second > 0xFE) {
                return false;
            }
            pairs++;
            i++;
        }
        return pairs > 1;
    }

    /** Bytes of which nothing is said: strict UTF-8, else GB18030. */
    public static String guess(byte[] bytes) {
        return strictly(bytes, UTF_8).orElseGet(() -> leniently(bytes, GB18030));
    }

    private static String leniently(byte[] bytes, Charset charset) {
        return strictly(bytes, charset).or(() -> strictly(bytes, UTF_8)).orElseGet(() -> new String(bytes, charset));
    }

    /** Whether text in it can be decoded without guessing. */
    static boolean knows(String charset) {
        String name = charset.strip().toLowerCase(Locale.ROOT).replaceAll("\\*.*$", "");
        return HZ.equals(name) || UNNAMED.contains(name) || find(name).isPresent();
    }

    private static Optional<Charset> find(String name) {
        if (CHINESE.contains(name)) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** HZ (RFC 1843): pairs of 7-bit bytes between ~{ and ~}. */
    private static byte[] fromHz(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (bytes[i] == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
                chinese = next == '{' || chinese && next != '}';
                if (next == '~') {
                    out.write('~');
                }
                i++;
            } else {
                out.write(chinese && bytes[i] > 0x20 ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return out.toByteArray();
    }
}
