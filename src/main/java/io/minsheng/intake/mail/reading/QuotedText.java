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

    /** What stands above the quoted part; the whole text if there is nothing above it. */
    public static String fresh(String text) {
        Matcher begin = BEGIN.matcher(text);
        String fresh = begin.find() ? text.substring(0, begin.start()) : text;
        fresh = fresh.replaceAll("(?m)^>.*$", "").strip();
        return fresh.isEmpty() ? text.strip() : fresh;
    }
}
