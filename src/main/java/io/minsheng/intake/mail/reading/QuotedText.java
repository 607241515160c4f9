package io.minsheng.intake.mail.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what somebody wrote from what the mail program quoted below it. Nothing is deleted: the original keeps both. */
public final class QuotedText {

    /** Takes all there is and gives nothing back, or else each sign would cost a step of the stack. */
    private static final String SPACE = "(?:[\\s\\u00A0]|&nbsp;)*+";
    private static final String HEAD = "(?:发件人|发送时间|发送日期|日期|时间|收件人|抄送|主题|From|Sent|Date|To|Cc|Subject)\\*?\\s*[:：]";
    private static final Pattern BEGIN = Pattern.compile(
            "(?m)^[ \\t>*]*+(?:-{2,}" + SPACE
                    + "(?:原始邮件|原邮件|Original(?: Message)?|回复的原邮件|Replied Message|转发邮件信息|转发的?邮件|转发的消息|(?i:Forwarded message))"
                    + SPACE
                    + "-{2,}"
                    + "|_{20,}\\s*$"
                    + "|(?:发件人|From)\\*?\\s*[:：].{0,200}\\n(?:[ \\t>*]*+\\n)?[ \\t>*]*+" + HEAD
                    + "|(?:开始转发的邮件[:：]|Begin forwarded message:)\\s*$"
                    + "|(?<says>(?:.{0,80}<[^<>\\n]{3,100}>\\s)?[在于]\\s?\\d{4}.{0,120}写道[:：]?\\s*$"
                    + "|(?:On|At) .{5,200}\\swrote:\\s*$))");
    private static final Pattern HEAD_LINE = Pattern.compile("\\G[\\s>*]*+" + HEAD + ".*(?:\\n|$)");
    private static final Pattern PASSED_ON = Pattern.compile("转发(?:邮件信息|的?邮件|的消息)|(?i:Forwarded message|Begin forwarded)");
    private static final Pattern MARKED = Pattern.compile("(?m)^[ \\t]*>.*$");

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
        boolean found = begin.find();
        int at = found ? begin.start() : marked(text);
        boolean whole = text.substring(0, at).isBlank() || found && !answerBelow(text, begin).isEmpty();
        return whole ? new Split(text.strip(), "")
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

    /** What was written above the quoted part, or below and between its marked lines; the whole text if nothing was. */
    public static String fresh(String text) {
        Matcher begin = BEGIN.matcher(text);
        boolean found = begin.find();
        String fresh = MARKED.matcher(found ? text.substring(0, begin.start()) : text).replaceAll("");
        String below = found ? answerBelow(text, begin) : "";
        fresh = below.isEmpty() ? fresh.strip() : (fresh + below).replaceAll("\n{3,}", "\n\n").strip();
        return fresh.isEmpty() ? text.strip() : fresh;
    }

    /** Whether a text begins as quoted ones do. */
    public static boolean begins(String text) {
        return BEGIN.matcher(text.stripLeading()).lookingAt();
    }

    /** Whether nothing was written besides what is quoted. */
    public static boolean isAll(String text) {
        return begins(text) && fresh(text).equals(text.strip());
    }

    /** Whether the line that begins a quoted part says that it was passed on rather than answered. */
    public static boolean isPassedOn(String quoted) {
        return PASSED_ON.matcher(quoted.lines().findFirst().orElse("")).find();
    }

    /** A quoted part without the lines that say whose mail it was: somebody else's name and address. */
    public static String withoutHead(String quoted) {
        Matcher begin = BEGIN.matcher(quoted);
        String below = begin.lookingAt() && !HEAD_LINE.matcher(quoted).lookingAt() ? quoted.substring(begin.end()) : quoted;
        return HEAD_LINE.matcher(below.stripLeading()).replaceAll("").replaceAll("(?m)^[ \\t]*>[ \\t]?", "").strip();
    }

    /**
     * What some write below the text that they answer. Known only where the program marks each line of that text; empty
     * elsewhere.
     */
    private static String answerBelow(String text, Matcher begin) {
        String below = text.substring(begin.end());
        if (begin.group("says") == null || !below.stripLeading().startsWith(">")) {
            return "";
        }
        Matcher next = BEGIN.matcher(below);
        String upTo = next.find() ? below.substring(0, next.start()) : below;
        String answer = MARKED.matcher(upTo).replaceAll("");
        return answer.isBlank() ? "" : answer;
    }
}
