package io.minsheng.intake.mail.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text whose lines a mail program has broken for the way and marked to be joined again (RFC 3676, format=flowed). */
final class FlowedText {

    private static final Pattern QUOTE = Pattern.compile("^>*");
    private static final String SIGNATURE = "-- ";

    private FlowedText() {
    }

    /** @param deletesSpace whether the space that marks a line was added for the mark (DelSp=yes), as between Chinese signs */
    static String joined(String text, boolean deletesSpace) {
        StringBuilder joined = new StringBuilder();
        String open = null;
        for (String line : text.split("\\r?\\n", -1)) {
            Matcher quote = QUOTE.matcher(line);
            String marks = quote.find() ? quote.group() : "";
            String words = line.substring(marks.length()).replaceFirst("^ ", "");
            boolean signature = words.equals(SIGNATURE);
            if (signature || !marks.equals(open)) {
                joined.append(marks.isEmpty() ? "\n" : "\n" + marks + " ");
            }
            boolean flows = words.endsWith(" ") && !signature;
            joined.append(flows && deletesSpace ? words.substring(0, words.length() - 1) : words);
            open = flows ? marks : null;
        }
        return joined.substring(1);
    }
}
