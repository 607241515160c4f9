package io.minsheng.intake.mail.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Texts;

/**
 * Finds several suggestions in one text: 建议一 … 建议二 …, 一、… 二、…, 1. … 2. …. People number the parts of one suggestion in the
 * same way, so only what says that it is several is taken for that; what may be is left to a person.
 */
final class SplitBody {

    private static final String CHINESE = "一二三四五六七八九十";
    private static final String NUMBER = "(?:[" + CHINESE + "]{1,3}|\\d{1,2})";
    private static final Pattern NAMED = Pattern.compile("^[\\s　【\\[]*(?:(?:建议|意见|诉求|事项)(" + NUMBER + ")(?![\\p{IsHan}\\d])|第("
            + NUMBER + ")(?:条|个|件|项)(?:建议|意见|诉求|事项|事)?(?=[:：、，,\\s　]|$|是))[】\\]]?[\\s　]*[:：、，,.．]?[\\s　]*(.*)$");
    private static final Pattern HIGH = Pattern.compile("^[\\s　]*([" + CHINESE + "]{1,3})[、.．][\\s　]*(.*)$()");
    private static final Pattern LOW = Pattern.compile("^[\\s　]*[（(]?(\\d{1,2})(?:[、.．)）](?!\\d))[\\s　]*(.*)$()");
    private static final Pattern ANNOUNCED = Pattern
            .compile(
                    "(以下|如下|下面|下列)?[^。\\n]{0,6}?([两二三四五六七八九十几\\d]{1,2}|以下|如下)[\\s　]*(?:条|点|个|项|件|方面)?(?:小|具体|粗浅)?(?:的)?(?:建议|意见|诉求|事情|事)");
    private static final Pattern SECTION = Pattern
            .compile(
                    "^(?:基本|存在|当前|目前|现有|主要|具体|建议|预期|工作|我的)?(?:情况|现状|背景|问题|原因|理由|建议|措施|对策|做法|目标|意义|必要性|可行性|效果|内容|事由|案由|分析|地点|依据).{0,6}$");
    private static final int SHORTEST = 15;
    private static final int MOST = 20;

    private SplitBody() {
    }

    /** How sure it is that the parts are suggestions of their own. */
    enum Kind {
        ONE,
        MAYBE,
        SEVERAL
    }

    /**
     * A text in parts.
     *
     * @param parts without their numbers; empty for {@link Kind#ONE}
     */
    record Parts(Kind kind, List<String> parts) {

        static final Parts ONE = new Parts(Kind.ONE, List.of());
    }

    /** @param ownTopic whether the subject of the mail names one topic */
    static Parts of(String text, boolean ownTopic) {
        List<String> named = parts(text, NAMED);
        if (named.size() > 1) {
            return new Parts(Kind.SEVERAL, named);
        }
        for (Pattern style : List.of(HIGH, LOW)) {
            List<String> parts = parts(text, style);
            if (parts.size() > 1 && parts.stream().noneMatch(SplitBody::isSection)) {
                return judged(text, style, parts, ownTopic);
            }
        }
        return Parts.ONE;
    }

    private static Parts judged(String text, Pattern style, List<String> parts, boolean ownTopic) {
        Matcher announced = ANNOUNCED.matcher(before(text, style));
        boolean several = false;
        while (announced.find()) {
            String number = announced.group(2);
            several |= number.matches("[几以下如]+") || value(number) == parts.size();
        }
        if (several) {
            return new Parts(ownTopic ? Kind.MAYBE : Kind.SEVERAL, parts);
        }
        return ownTopic ? Parts.ONE : new Parts(Kind.MAYBE, parts);
    }

    private static boolean isSection(String part) {
        String heading = part.split("\n", 2)[0].replaceAll("[\\s　:：。]+$", "");
        int colon = heading.indexOf('：');
        return SECTION.matcher(colon > 0 ? heading.substring(0, colon) : heading).matches();
    }

    private static String before(String text, Pattern style) {
        StringBuilder before = new StringBuilder();
        for (String line : text.split("\n")) {
            if (style.matcher(line).matches()) {
                break;
            }
            before.append(line).append('\n');
        }
        return before.toString();
    }

    /** The parts of a text that counts 1, 2, 3 …; none if it does not count so, or the parts say too little. */
    private static List<String> parts(String text, Pattern style) {
        List<StringBuilder> parts = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher heading = style.matcher(line);
            if (heading.matches() && value(number(heading)) == parts.size() + 1) {
                parts.add(new StringBuilder(rest(heading)));
            } else if (!parts.isEmpty()) {
                parts.get(parts.size() - 1).append('\n').append(line);
            }
        }
        List<String> texts = parts.stream().map(each -> each.toString().strip()).toList();
        return texts.size() > MOST || texts.stream().anyMatch(each -> Texts.codePoints(each) < SHORTEST) ? List.of() : texts;
    }

    private static String number(Matcher heading) {
        return heading.group(1) == null ? heading.group(2) : heading.group(1);
    }

    private static String rest(Matcher heading) {
        return heading.pattern() == NAMED ? heading.group(3) : heading.group(2);
    }

    private static int value(String number) {
        if (number.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(number);
        }
        String plain = number.replace('两', '二');
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return plain.length() == 1 ? CHINESE.indexOf(plain.charAt(0)) + 1 : 0;
        }
        int tens = ten == 0 ? 1 : CHINESE.indexOf(plain.charAt(0)) + 1;
        return tens * 10 + (ten + 1 < plain.length() ? CHINESE.indexOf(plain.charAt(ten + 1)) + 1 : 0);
    }
}
