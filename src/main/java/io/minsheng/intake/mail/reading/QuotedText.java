package io.minsheng.intake.mail.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what somebody wrote from what the mail program quoted below it. Nothing is deleted: the original keeps both. */
public final class QuotedText {

    private static final Pattern BEGIN = Pattern.compile(
            "(?m)^[ \\t>]*(?:-{2,}\\s*(?:原始邮件|原邮件|Original(?: Message)?|回复的原邮件|转发邮件信息|Forwarded message)\\s*-{2,}"
                    + "|_{20,}\\s*$"
                    + "|(?:发件人|From)\\s*[:：].{0,200}\\n[ \\t>]*(?:发送时间|发送日期|日期|时间|收件人|Sent|Date|To)\\s*[:：]"
                    + "|在\\s?\\d{4}.{0,80}写道[:：]?\\s*$"
                    + "|On .{5,120} wrote:\\s*$"
                    + "|于\\s?\\d{4}.{0,80}写道[:：]?\\s*$)");

    private QuotedText() {
    }

    /**
     * A text for people to read.
     *
     * @param fresh what the sender wrote above
     * @param quoted the rest, with the line that begins it; empty if nothing is quoted, or nothing stands above it
     */
    public record Split(String fresh, String quoted) {
    }

    /** Parts what was written from what is quoted below it; both together are the whole text. */
    public static Split split(String text) {
        Matcher begin = BEGIN.matcher(text);
        int at = begin.find() ? begin.start() : marked(text);
        return text.substring(0, at).isBlank() ? new Split(text.strip(), "")
                : new Split(text.substring(0, at).strip(), text.substring(at).strip());
    }

    /**
     * Where the lines begin that are marked as quoted to the end of the text; its length if it does not end so. Line by line: a
     * pattern would go one step deeper with each.
     */
    private static int marked(String text) {
        int begin = text.length();
        boolean any = false;
        for (int end = begin; end >= 0;) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(start, end);
            if (!line.startsWith(">") && !line.isBlank()) {
                break;
            }
            any |= line.startsWith(">");
            begin = start;
            end = start - 1;
        }
        return any ? begin : text.length();
    }

    /** What stands above the quoted part; the whole text if there is nothing above it. */
    public static String fresh(String text) {
        Matcher begin = BEGIN.matcher(text);
        String fresh = begin.find() ? text.substring(0, begin.start()) : text;
        fresh = fresh.replaceAll("(?m)^>.*$", "").strip();
        return fresh.isEmpty() ? text.strip() : fresh;
    }
}
