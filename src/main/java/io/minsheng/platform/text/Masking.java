package io.minsheng.platform.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data made unrecognisable for everyone who does not handle the case (domain: 138****1234, 张*). Free text is masked
 * by patterns: it errs on the side of hiding a number that was none.
 */
public final class Masking {

    private static final String NOT_IN_NUMBER = "(?<![\\dA-Za-z])";
    private static final Pattern EMAIL = Pattern.compile("[\\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern ID_CARD = Pattern
            .compile(NOT_IN_NUMBER + "[1-9]\\d{5}(?:[ -]?\\d{4}){2}[ -]?\\d{3}[\\dXx](?![\\dA-Za-z])");
    private static final Pattern OLD_ID_CARD = Pattern
            .compile(NOT_IN_NUMBER + "[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?![\\dA-Za-z])");
    private static final Pattern BANK_CARD = Pattern.compile(NOT_IN_NUMBER + "\\d(?:[ -]?\\d){15,18}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d(?:[ .-]?\\d){8}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)[(]?0\\d{2,3}[)]?[ -]?[2-9]\\d{2,3}[ -]?\\d{4}(?!\\d)");
    private static final Pattern CHAT = Pattern.compile(
            "(?i)((?:qq|微信|weixin|wechat|vx)(?:号码|号|群)?(?:是|为)?\\s*[:,]?\\s*)([a-z0-9_-]{5,20})");
    private static final Set<String> DOUBLE_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒",
            "东方", "南宫", "端木", "申屠", "长孙", "宇文", "轩辕");
    private static final List<Mask> MASKS = List.of(
            new Mask("电子邮箱", EMAIL, Masking::email), new Mask("身份证号码", ID_CARD, Masking::idCard),
            new Mask("身份证号码", OLD_ID_CARD, Masking::idCard), new Mask("银行卡号", BANK_CARD, Masking::bankCard),
            new Mask("手机号码", MOBILE, Masking::phone), new Mask("电话号码", LANDLINE, Masking::phone));

    private Masking() {
    }

    /** 138****1234; of a landline only the area code and the last four digits stay. Null stays null. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        String digits = digits(phone);
        if (digits.length() < 7) {
            return stars(Texts.codePoints(phone));
        }
        if (digits.matches("(?:00)?86?1[3-9]\\d{9}")) {
            digits = digits.substring(digits.length() - 11);
        }
        boolean longAreaCode = digits.startsWith("0") && !digits.matches("0(?:10|2\\d).*");
        int head = digits.length() < 9 ? 0 : longAreaCode ? 4 : 3;
        return digits.substring(0, head) + "****" + digits.substring(digits.length() - 4);
    }

    /** The region's first four digits stay. */
    public static String idCard(String number) {
        return number == null ? null : keepEnds(number, 4, 0);
    }

    /** The last four digits stay. */
    public static String bankCard(String number) {
        return number == null ? null : keepEnds(number, 0, 4);
    }

    /** a***@example.cn */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        return at < 1 ? stars(Texts.codePoints(email))
                : email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }

    /** 张* for any length of name; a double surname stays whole. Null stays null. */
    public static String name(String name) {
        if (name == null || name.isBlank()) {
            return name;
        }
        String clean = name.strip();
        boolean twice = Texts.codePoints(clean) > 2 && DOUBLE_SURNAMES.contains(clean.substring(0, 2));
        return clean.substring(0, clean.offsetByCodePoints(0, twice ? 2 : 1)) + "*";
    }

    /** Masks e-mail addresses, identity and bank cards, telephone and chat numbers in a text. Null stays null. */
    public static String freeText(String text) {
        return freeText(text, List.of());
    }

    /**
     * As {@link #freeText(String)}, and the given people's names.
     *
     * @param names full names, of which those shorter than two characters are left out
     */
    public static String freeText(String text, Collection<String> names) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.apply(masked);
        }
        masked = maskedChats(masked);
        for (String name : names) {
            if (Texts.codePoints(name) > 1) {
                masked = masked.replace(name, name(name));
            }
        }
        return masked;
    }

    /**
     * What in a text looks like personal data.
     *
     * @param kind 手机号码, 身份证号码, …
     * @param masked the place itself, masked
     * @param open the place itself: to tell one from another, never to be shown or kept
     */
    public record Found(String kind, String masked, String open) {
    }

    /** Finds what {@link #freeText(String)} would mask by its numbers and addresses; empty for null. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        String rest = text == null ? "" : text;
        for (Mask mask : MASKS) {
            rest = mask.collect(rest, found);
        }
        return found;
    }

    private static String maskedChats(String text) {
        Matcher found = CHAT.matcher(folded(text));
        StringBuilder masked = new StringBuilder(text);
        while (found.find()) {
            for (int i = found.start(2); i < found.end(2); i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    /** Full-width letters, digits and signs as their plain ones, place by place, so that １３８… is found as well. */
    private static String folded(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= '\uFF01' && chars[i] <= '\uFF5E') {
                chars[i] -= 0xFEE0;
            } else if (chars[i] == '\u3000' || chars[i] == '\u00A0') {
                chars[i] = ' ';
            } else if (chars[i] == '—' || chars[i] == '–' || chars[i] == '‑') {
                chars[i] = '-';
            }
        }
        return new String(chars);
    }

    private static String digits(String text) {
        return folded(text).replaceAll("\\D", "");
    }

    private static String keepEnds(String number, int head, int tail) {
        String plain = folded(number).replaceAll("[ -]", "");
        if (plain.length() <= head + tail) {
            return stars(plain.length());
        }
        return plain.substring(0, head) + stars(plain.length() - head - tail) + plain.substring(plain.length() - tail);
    }

    private static String stars(int count) {
        char[] stars = new char[count];
        Arrays.fill(stars, '*');
        return new String(stars);
    }

    private record Mask(String kind, Pattern pattern, UnaryOperator<String> by) {

        String apply(String text) {
            return collect(text, new ArrayList<>());
        }

        /** Masks and tells what; what one mask has found is not found again by the next. */
        String collect(String text, List<Found> places) {
            Matcher found = pattern.matcher(folded(text));
            StringBuilder masked = new StringBuilder();
            int end = 0;
            while (found.find()) {
                String place = by.apply(found.group());
                places.add(new Found(kind, place, found.group()));
                masked.append(text, end, found.start()).append(place);
                end = found.end();
            }
            return masked.append(text, end, text.length()).toString();
        }
    }
}
