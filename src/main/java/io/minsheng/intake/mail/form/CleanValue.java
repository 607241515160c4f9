package io.minsheng.intake.mail.form;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.minsheng.platform.text.Texts;

/**
 * Makes a value of what stands at a label: without ruled lines, hints and what belongs to other fields; nothing if
 * nothing is left.
 */
final class CleanValue {

    private static final double DOUBTFUL = 0.5;
    private static final Pattern HINT = Pattern
            .compile(
                    "[(（〔]\\s*(?:[^()（）]{0,40}(?:请|填写|填|限|字以内|字左右|另附|附页|说明|包括|例如|如：|选择|勾选|打√|单选|可不填|选填|必填|下拉)[^()（）]{0,60})[)）〕]");
    /** In prose people use brackets themselves. */
    private static final Pattern LONE_HINT = Pattern.compile("\\A\\s*" + HINT + "|(?m)^\\s*" + HINT + "\\s*$");
    private static final Pattern PROMPT = Pattern
            .compile("(?:请|点击|单击|此处)[^，。]{0,12}(?:填写|输入|选择|点击)[^，。]{0,12}(?:文字|内容|日期|此处|一项)?[。.]?");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{P}\\p{S}无略空同上暂没有]*");
    private static final Pattern RULED = Pattern.compile("[_＿﹍]{2,}|…{3,}|\\.{6,}");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?(1[3-9]\\d(?:[ -]?\\d){8})(?!\\d)");
    private static final Pattern LANDLINE = Pattern
            .compile("(?<!\\d)(\\(?0\\d{2,3}\\)?[ -]?[2-9]\\d{2,3}[ -]?\\d{4}(?:-\\d{1,5})?|[2-9]\\d{2,3}-?\\d{4})(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern DATE = Pattern
            .compile(
                    "(?:\\d{4}|[二〇零○一三四五六七八九]{4})\\s*[年./-]\\s*[\\d一二三四五六七八九十]{1,3}\\s*[月./-]\\s*(?:[\\d一二三四五六七八九十]{1,3}\\s*日?)?");
    /** The date below a letter. */
    private static final Pattern DATED = Pattern.compile("\\n[\\s　]*" + DATE + "[\\s　]*$");
    private static final Pattern SIGNED = Pattern
            .compile("[(（]?\\s*(?:签名|签字|盖章|签章|公章|手写|代表|委员|先生|女士|男|女)\\s*[)）]|[:：]?(?:签名|签字|盖章)[:：]?");
    private static final Pattern AFTER_NAME = Pattern
            .compile("[\\s　]{2,}|[\\t,，;；/|]|[\\s　]+(?=[\\p{IsHan}]{2,6}[:：]|1[3-9]\\d)|\\d{5,}.*|(?:手机|电话|联系电话|联系方式)");

    private CleanValue() {
    }

    static Optional<Reading> of(FormField field, String raw) {
        String text = RULED.matcher(Texts.clean(raw)).replaceAll(" ");
        text = (field.manyLines() ? LONE_HINT : HINT).matcher(text).replaceAll("").strip();
        text = text.replaceFirst("^(?:请选择[^:：\\n]{0,6})?[:：]\\s*", "");
        if (NOTHING.matcher(text).matches() || PROMPT.matcher(text).matches() || Labels.of(text).isPresent()
                && field != FormField.CATEGORY) {
            return Optional.empty();
        }
        return switch (field) {
            case NAME -> name(text);
            case PHONE -> phone(text);
            case EMAIL -> found(EMAIL, folded(text));
            case DATE -> found(DATE, text);
            case TITLE -> title(text);
            case CONTENT, REASON, TARGET -> prose(text);
            default -> line(text);
        };
    }

    private static Optional<Reading> title(String text) {
        String line = line(text).map(Reading::value).orElse("");
        int length = Texts.codePoints(line);
        return line.isEmpty() ? Optional.empty() : Optional.of(new Reading(line, length < 4 || length > 60 ? DOUBTFUL : 1));
    }

    /** Lines that a layout has broken are one: between Chinese characters nothing is put in. */
    private static Optional<Reading> line(String text) {
        String line = Texts.cleanLine(text.replaceAll("(?<=[\\p{IsHan}\\p{P}])\\s*\\n\\s*(?=[\\p{IsHan}\\p{P}])", ""));
        return line.isEmpty() ? Optional.empty() : Optional.of(new Reading(line, 1));
    }

    private static Optional<Reading> prose(String text) {
        String lines = Arrays.stream(text.split("\n")).map(String::strip).filter(each -> !PROMPT.matcher(each).matches())
                .collect(Collectors.joining("\n")).strip();
        lines = DATED.matcher(lines).replaceFirst("").strip();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Reading(lines, 1));
    }

    private static Optional<Reading> name(String text) {
        String name = DATE.matcher(SIGNED.matcher(text).replaceAll(" ")).replaceAll(" ");
        name = EMAIL.matcher(name).replaceAll("").strip();
        Matcher after = AFTER_NAME.matcher(name);
        if (after.find() && after.start() > 1) {
            name = name.substring(0, after.start());
        } else if (after.find(0) && after.start() <= 1 && name.matches("\\p{IsHan}(?:[\\s　]+\\p{IsHan}){1,3}")) {
            name = name.replaceAll("[\\s　]+", "");
        }
        name = name.replaceAll("^[\\p{P}\\p{S}\\s]+|[\\p{S}\\s:：,，。.;；、_-]+$", "");
        if (name.matches("\\p{IsHan}(?:[\\s　]+\\p{IsHan}){1,3}")) {
            name = name.replaceAll("[\\s　]+", "");
        }
        name = Texts.cleanLine(name);
        int length = Texts.codePoints(name);
        if (length < 2 || name.matches(".*\\d{5,}.*") || Labels.of(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Reading(name, length > 30 || !name.matches("[\\p{IsHan}A-Za-z·（）() 0-9]+") ? DOUBTFUL : 1));
    }

    private static Optional<Reading> phone(String text) {
        String folded = folded(text);
        Matcher mobile = MOBILE.matcher(folded);
        if (mobile.find()) {
            return Optional.of(new Reading(mobile.group(1).replaceAll("\\D", ""), 1));
        }
        Matcher landline = LANDLINE.matcher(folded);
        return landline.find() ? Optional.of(new Reading(landline.group(1).replaceAll("[()]", "").strip(), 0.9))
                : Optional.empty();
    }

    private static Optional<Reading> found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(new Reading(found.group().strip(), 1)) : Optional.empty();
    }

    /** Full-width digits and signs as plain ones, dashes of all kinds as hyphens. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐‑‒–—−]", "-");
    }
}
