package io.minsheng.intake.mail.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are signed or encrypted within themselves (OpenPGP, RFC 9580, 6.2 and 7). */
final class SignedText {

    /** The headers are taken for good, or else each would cost a step of the stack. */
    private static final Pattern SIGNED = Pattern.compile(
            "(?m)^-----BEGIN PGP SIGNED MESSAGE-----[ \\t]*\\n(?:[A-Za-z]+:.*\\n)*+\\s*\\n");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-----BEGIN PGP SIGNATURE-----");
    private static final String END = "-----END PGP SIGNATURE-----";
    private static final Pattern ENCRYPTED = Pattern.compile("(?m)^-----BEGIN PGP MESSAGE-----");

    private SignedText() {
    }

    static boolean isEncrypted(String text) {
        return ENCRYPTED.matcher(text).find();
    }

    static boolean isSigned(String text) {
        return SIGNED.matcher(text).find() && SIGNATURE.matcher(text).find();
    }

    /** The words without the signature around them. */
    static String words(String text) {
        Matcher begin = SIGNED.matcher(text);
        Matcher signature = SIGNATURE.matcher(text);
        if (!begin.find() || !signature.find(begin.end())) {
            return text;
        }
        int end = text.indexOf(END, signature.start());
        String signed = text.substring(begin.end(), signature.start()).replaceAll("(?m)^- ", "");
        return (text.substring(0, begin.start()) + signed + (end < 0 ? "" : text.substring(end + END.length()))).strip();
    }
}
