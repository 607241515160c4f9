package io.minsheng.intake.mail.reading;

import java.util.regex.Pattern;

/** Name and address of the sender, which some mail programs write below every mail by themselves: nobody has said them. */
final class OwnSignature {

    private static final String SPACE = "(?:[\\s\\u00A0]|&nbsp;)";

    private OwnSignature() {
    }

    /** A text without them, where they end it. */
    static String removed(String text, ReadMail.Sender sender) {
        String name = sender.name().isEmpty() ? "" : "(?:" + Pattern.quote(sender.name()) + SPACE + "*+)?+";
        Pattern below = Pattern.compile("(?:^|\\n)[ \\t\\u00A0]*+" + name + Pattern.quote(sender.email()) + SPACE + "*+$",
                Pattern.CASE_INSENSITIVE);
        return below.matcher(text).replaceFirst("").strip();
    }
}
