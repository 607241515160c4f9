package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The bytes of a mail, split into header block and body. */
final class RawMail {

    private static final List<String> WHAT_THE_SENDER_WROTE = List.of("from", "subject", "date");
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+\\s*:");
    private static final int MAX_LINE = 100 * 1024;
    private static final int MAX_HEAD = 2 * 1024 * 1024;

    private final byte[] bytes;
    private final int bodyStart;

    RawMail(byte[] bytes) {
        this.bytes = bytes;
        this.bodyStart = bodyStart(bytes);
    }

    private static int bodyStart(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
                return i + 2;
            }
            if (i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        return bytes.length;
    }

    /** The header block, or its beginning. */
    InputStream head() {
        return new ByteArrayInputStream(bytes, 0, Math.min(bodyStart, MAX_HEAD));
    }

    /** Whether a header line, or all of them together, are longer than any honest ones. */
    boolean hasEndlessHead() {
        if (bodyStart > MAX_HEAD) {
            return true;
        }
        int start = 0;
        for (int i = 0; i < bodyStart; i++) {
            if (bytes[i] == '\n') {
                start = i + 1;
            } else if (i - start > MAX_LINE) {
                return true;
            }
        }
        return false;
    }

    /**
     * SHA-256 over what the sender wrote (From, Subject, Date, body), in hex; not over what the way added (Received
     * and the like), nor over the kind of line ends.
     */
    String contentDigest() {
        MessageDigest digest = sha256();
        String[] lines = new String(bytes, 0, bodyStart, ISO_8859_1).replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n");
        for (String wanted : WHAT_THE_SENDER_WROTE) {
            for (String line : lines) {
                if (line.toLowerCase(Locale.ROOT).startsWith(wanted + ":")) {
                    digest.update((wanted + line.substring(wanted.length()).replaceAll("\\s+", " ").strip() + "\n")
                            .getBytes(ISO_8859_1));
                }
            }
        }
        if (bodyStart == bytes.length) {
            // without an empty line what was written stands among the header lines
            for (String line : lines) {
                if (!HEADER.matcher(line).lookingAt()) {
                    digest.update((line.strip() + "\n").getBytes(ISO_8859_1));
                }
            }
        }
        int end = bytes.length;
        while (end > bodyStart && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        int from = bodyStart;
        for (int i = bodyStart; i < end; i++) {
            if (bytes[i] == '\r') {
                digest.update(bytes, from, i - from);
                from = i + 1;
            }
        }
        digest.update(bytes, from, end - from);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
