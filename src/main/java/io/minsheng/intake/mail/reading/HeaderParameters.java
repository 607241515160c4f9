package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters of Content-Type and Content-Disposition: {@code name*} and its pieces (RFC 2231), encoded words where they must
 * not be, raw bytes, and names that a web program has percent-encoded.
 */
final class HeaderParameters {

    private static final Pattern PARAMETER = Pattern
            .compile(";\\s*([^\\s=;\"]{1,60})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"?|([^;]*))", Pattern.DOTALL);
    private static final Pattern PIECE = Pattern.compile("(.+?)\\*(\\d{1,3})(\\*?)");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2}){2,}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Map<Integer, String>> pieces = new LinkedHashMap<>();
    private final Map<String, Boolean> extended = new LinkedHashMap<>();

    private HeaderParameters() {
    }

    static HeaderParameters of(String rawHeader) {
        HeaderParameters parameters = new HeaderParameters();
        String line = rawHeader == null ? "" : rawHeader.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]+", " ");
        Matcher found = PARAMETER.matcher(line);
        while (found.find()) {
            // what stands before another sign was meant: the path of a file, or the second half of a Chinese character
            String value = found.group(2) == null ? found.group(3).strip() : found.group(2).replaceAll("\\\\([\"\\\\])", "$1");
            parameters.take(HeaderText.lower(found.group(1)), value);
        }
        return parameters;
    }

    private void take(String name, String value) {
        Matcher piece = PIECE.matcher(name);
        if (piece.matches()) {
            pieces.computeIfAbsent(piece.group(1), key -> new TreeMap<>()).putIfAbsent(Integer.valueOf(piece.group(2)), value);
            extended.merge(piece.group(1), !piece.group(3).isEmpty(), Boolean::logicalOr);
        } else if (name.endsWith("*")) {
            String bare = name.substring(0, name.length() - 1);
            pieces.computeIfAbsent(bare, key -> new TreeMap<>()).putIfAbsent(0, value);
            extended.put(bare, true);
        } else {
            values.putIfAbsent(name, value);
        }
    }

    /** The decoded value. */
    Optional<String> get(String name) {
        return joined(name).filter(each -> !each.isBlank())
                .or(() -> Optional.ofNullable(values.get(name)).map(HeaderText::decode).map(HeaderParameters::unescaped));
    }

    /** Of its pieces, in the order of their numbers; some may be lost. */
    private Optional<String> joined(String name) {
        return Optional.ofNullable(pieces.get(name)).map(all -> String.join("", all.values()))
                .map(all -> extended.get(name) ? extended(all) : HeaderText.decode(all));
    }

    private static String extended(String value) {
        String[] parts = value.split("'", 3);
        String charset = parts.length == 3 ? parts[0] : "";
        return MailCharsets.decode(percentDecoded(parts.length == 3 ? parts[2] : value), charset).text();
    }

    private static String unescaped(String value) {
        if (!PERCENT.matcher(value).find() || value.indexOf(' ') >= 0) {
            return value;
        }
        return value.chars().allMatch(c -> c < 0x80) ? MailCharsets.guess(percentDecoded(value)) : value;
    }

    private static byte[] percentDecoded(String value) {
        byte[] bytes = value.getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out.write(low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return out.toByteArray();
    }
}
