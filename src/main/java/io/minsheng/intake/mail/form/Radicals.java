package io.minsheng.intake.mail.form;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Many programs that print write the radical where they mean the character that looks the same: ⼈ for 人, ⻔ for 门 (Unicode,
 * CJK Radicals Supplement and Kangxi Radicals; only of the latter Unicode itself knows which character that is).
 */
final class Radicals {

    private static final int FIRST = 0x2E80;
    private static final int KANGXI = 0x2F00;
    private static final int LAST = 0x2FD5;
    private static final Map<Integer, String> SUPPLEMENT = new HashMap<>();

    static {
        String pairs = "⺁厂⺄乙⺇几⺍小⺎兀⺓幺⺛旡⺝月⺟母⺠民⺫目⺮竹⺶羊⺷羊⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            SUPPLEMENT.put((int) pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
    }

    private Radicals() {
    }

    /** The text with characters instead of radicals. */
    static String plain(String text) {
        if (text.codePoints().noneMatch(each -> each >= FIRST && each <= LAST)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(each -> plain.append(each >= KANGXI && each <= LAST
                ? Normalizer.normalize(Character.toString(each), Normalizer.Form.NFKC)
                : SUPPLEMENT.getOrDefault(each, Character.toString(each))));
        return plain.toString();
    }
}
