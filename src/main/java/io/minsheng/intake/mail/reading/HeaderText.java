package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes header text (RFC 2047) as senders write it: adjacent encoded words of one charset are joined before they are decoded,
 * because many programs cut inside a character, and raw 8-bit bytes are taken as UTF-8 or GB18030.
 */
public final class HeaderText {

    /** The last one may have lost its end to a program that counts signs. */
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)(?:\\?=|$)");

    private HeaderText() {
    }

    /** One encoded word. */
    private record Word(String charset, boolean base64, String text) {

        boolean continues(Word before) {
            return charset.equalsIgnoreCase(before.charset);
        }
    }

    /**
     * Decodes a header value.
     *
     * @param raw one char per byte (ISO 8859-1), folded or not; null gives null
     */
    public static String decode(String raw) {
        if (raw == null) {
            return null;
        }
        String line = raw.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]+", " ");
        StringBuilder out = new StringBuilder();
        List<Word> run = new ArrayList<>();
        Matcher found = WORD.matcher(line);
        int end = 0;
        while (found.find()) {
            String between = line.substring(end, found.start());
            Word word = new Word(found.group(1), found.group(2).equalsIgnoreCase("b"), found.group(3));
            boolean adjacent = !run.isEmpty() && between.isBlank();
            if (!adjacent || !word.continues(run.get(run.size() - 1))) {
                flush(run, out);
                if (!adjacent) {
                    out.append(plain(between));
                }
            }
            run.add(word);
            end = found.end();
        }
        flush(run, out);
        return out.append(plain(line.substring(end))).toString();
    }

    /** Whether it has an encoded word of a charset that nobody knows, so that what it says was guessed. */
    static boolean isGuessed(String raw) {
        return raw != null && WORD.matcher(raw).results().anyMatch(each -> !MailCharsets.knows(each.group(1)));
    }

    private static void flush(List<Word> run, StringBuilder out) {
        if (run.isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder base64 = new StringBuilder();
        for (Word word : run) {
            if (!word.base64()) {
                flush(base64, bytes);
                bytes.writeBytes(quoted(word.text()));
                continue;
            }
            base64.append(word.text().replaceAll("\\s", ""));
            // a word cut inside its base64 goes on in the next one
            if (base64.length() % 4 == 0 || base64.charAt(base64.length() - 1) == '=') {
                flush(base64, bytes);
            }
        }
        flush(base64, bytes);
        out.append(MailCharsets.decode(bytes.toByteArray(), run.get(0).charset()).text());
        run.clear();
    }

    private static void flush(StringBuilder base64, ByteArrayOutputStream bytes) {
        if (base64.length() > 0) {
            bytes.writeBytes(Base64.getMimeDecoder().decode(whole(base64.toString())));
            base64.setLength(0);
        }
    }

    /** Without what the decoder would stumble over: padding in wrong places, a single sign left at the end. */
    private static String whole(String base64) {
        String signs = base64.replaceAll("[^A-Za-z0-9+/]", "");
        return signs.length() % 4 == 1 ? signs.substring(0, signs.length() - 1) : signs;
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    private static String plain(String raw) {
        return raw.isEmpty() ? raw : MailCharsets.guess(raw.getBytes(ISO_8859_1));
    }

    /** Lower case, for comparing names and values of headers. */
    static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
