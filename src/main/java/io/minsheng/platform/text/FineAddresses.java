package io.minsheng.platform.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Masking.Found;

/**
 * Addresses finer than a street or village, by which a home can be found (domain: what is published names the township at
 * most). Found by the words of house numbers; a place that is no home has to be told apart by a person.
 */
public final class FineAddresses {

    private static final String KIND = "详细地址";
    private static final String N = "[\\d一二三四五六七八九十百]{1,5}";
    private static final Pattern HOME = Pattern.compile(
            N + "\\s*(?:栋|幢|座|号楼|单元)[^，。；、,;\\n]{0,8}?" + N + "\\s*(?:室|号(?![楼线])|房(?!间))"
                    + "|" + N + "\\s*(?:栋|幢|座|号楼|单元)\\s*" + N + "(?:\\s*-\\s*" + N + "){1,3}"
                    + "|(?:村|社区)\\s*" + N + "\\s*(?:组|社|队)\\s*" + N + "\\s*号"
                    + "|(?<![\\d-])\\d{3,4}\\s*室(?![内外温])");
    private static final Pattern HOUSE = Pattern.compile(
            "[\\u4E00-\\u9FFF]{1,8}(?:路|街|巷|弄|大道|胡同|段)\\s*" + N + "\\s*号(?![线桥楼门机公])(?:\\s*附\\s*" + N + "\\s*号)?");

    private FineAddresses() {
    }

    /** Flats, and houses of a village; empty for null. */
    public static List<Found> homes(String text) {
        List<Found> found = new ArrayList<>();
        collect(HOME, text, found);
        return found;
    }

    /** House numbers in streets, besides those of {@link #homes}. */
    public static List<Found> houses(String text) {
        List<Found> found = new ArrayList<>();
        collect(HOUSE, text, found);
        return found;
    }

    private static void collect(Pattern pattern, String text, List<Found> found) {
        if (text == null) {
            return;
        }
        Matcher matcher = pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[—–‑]", "-"));
        while (matcher.find()) {
            found.add(new Found(KIND, matcher.group().replaceAll("\\d", "*"), matcher.group()));
        }
    }
}
