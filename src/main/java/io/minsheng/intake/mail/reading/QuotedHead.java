package io.minsheng.intake.mail.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Texts;

/**
 * Whose mail a quoted text was, as the mail program of whoever passed it on wrote above it.
 *
 * @param sender null if it names nobody; name or address may be empty
 * @param subject may be empty
 */
public record QuotedHead(ReadMail.Sender sender, String subject) {

    private static final Pattern LINE = Pattern
            .compile(
                    "[ \\t>*]*(?:(?<from>发件人|寄件人|寄件者|From)|(?<subject>主题|主旨|Subject)|发送时间|发送日期|日期|时间|收件人|收件者|抄送|密送|附件|重要性|Sent|Date|To|Cc|Bcc|Reply-To)\\*?\\s*[:：]\\s*(?<value>.*)");
    private static final Pattern ADDRESS = Pattern
            .compile("[^\\s<>\",;:()\\[\\]@（）＜＞]{1,200}@[^\\s<>\",;:()\\[\\]@（）＜＞]{1,200}");
    private static final int MOST_LINES = 20;
    private static final int LONGEST = 500;

    /** Reads the lines at the beginning of a quoted text, after the one that marks it. */
    public static QuotedHead of(String quoted) {
        ReadMail.Sender sender = null;
        String subject = "";
        for (String line : quoted.lines().limit(MOST_LINES).toList()) {
            Matcher head = LINE.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
            if (!head.matches()) {
                if (!line.isBlank() && (sender != null || !subject.isEmpty())) {
                    break;
                }
                continue;
            }
            String value = Texts.cleanLine(head.group("value"));
            if (head.group("from") != null && sender == null) {
                sender = sender(value);
            } else if (head.group("subject") != null && subject.isEmpty()) {
                subject = value;
            }
        }
        return new QuotedHead(sender, subject);
    }

    /** 张三 &lt;a@b.cn&gt;; "张三"&lt;a@b.cn&gt;; 张三 [mailto:a@b.cn]; a@b.cn; 张三. */
    private static ReadMail.Sender sender(String value) {
        Matcher address = ADDRESS.matcher(value);
        boolean found = address.find();
        String name = (found ? value.substring(0, address.start()) : value)
                .replaceAll("(?i)mailto:|[\"'“”<>()（）＜＞\\[\\]:;；,*]", "")
                .strip();
        String email = found ? address.group() : "";
        return name.isEmpty() && email.isEmpty() ? null : new ReadMail.Sender(name, email);
    }
}
