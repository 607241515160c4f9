package io.minsheng.intake.mail.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;

/**
 * The words of a mail, gathered part by part. Of parts that say the same in several forms the plain one counts, where it says
 * anything; whatever stands beside each other is all read.
 */
final class ReadWords {

    /** Texts that programs read and people do not, and how a file of each is called. */
    private static final Map<String, String> FILES = Map.of("text/calendar", "ics", "text/rtf", "rtf", "text/enriched", "txt",
            "text/richtext", "txt", "text/vcard", "vcf", "text/x-vcard", "vcf", "text/directory", "vcf", "text/csv", "csv",
            "text/xml", "xml");

    private final List<Words> all = new ArrayList<>();

    /** A text; those of one group say the same. */
    private record Words(int group, boolean html, String text) {

        String plain() {
            return html ? textOfHtml(text) : text;
        }
    }

    /** Whether a part of this type is text for people. */
    static boolean areIn(String type) {
        return type.startsWith("text/") && !FILES.containsKey(type);
    }

    /** How a file of this type is called that has no name; null where any name will do. */
    static String fileName(String type) {
        return FILES.containsKey(type) ? "附件." + FILES.get(type) : null;
    }

    void add(int group, boolean html, String text) {
        all.add(new Words(group, html, text));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    /** All HTML, as it was sent. */
    String html() {
        return joined(all.stream().filter(Words::html).map(Words::text).toList());
    }

    /** What a person would read. */
    String text() {
        return textFrom(0);
    }

    /** The same of what was added after so many others. */
    String textFrom(int first) {
        Map<Integer, List<Words>> groups = all.subList(first, all.size()).stream()
                .collect(Collectors.groupingBy(Words::group, LinkedHashMap::new, Collectors.toList()));
        return joined(groups.values().stream().map(ReadWords::chosen).toList());
    }

    private static String chosen(List<Words> group) {
        String plain = joined(group.stream().filter(each -> !each.html()).map(Words::text).toList());
        return plain.isBlank() ? joined(group.stream().map(Words::plain).toList()) : plain;
    }

    private static String joined(List<String> texts) {
        return String.join("\n", texts.stream().filter(each -> !each.isBlank()).toList());
    }

    private static String textOfHtml(String html) {
        var document = Jsoup.parse(html);
        document.select("script,style,head,title").remove();
        document.outputSettings().prettyPrint(false);
        document.select("p,div,tr,li,h1,h2,h3,h4,h5,h6,blockquote,table").before("\n");
        document.select("td,th").after(" ");
        return document.wholeText().replace('\u00A0', ' ').replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n");
    }
}
