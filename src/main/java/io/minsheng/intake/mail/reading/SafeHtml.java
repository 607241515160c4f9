package io.minsheng.intake.mail.reading;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * HTML of a mail as a page may show it: an allow-list of tags that only order text. No picture, link, style, form or script is
 * left, so nothing is loaded and nothing can be clicked.
 */
public final class SafeHtml {

    private static final int MAX = 300_000;
    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "div", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "pre", "hr", "table",
                    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "span", "sub", "sup")
            .addAttributes("td", "colspan", "rowspan").addAttributes("th", "colspan", "rowspan");

    private SafeHtml() {
    }

    /** The allowed part; empty for an empty text. */
    public static String of(String html) {
        String some = html.length() > MAX ? html.substring(0, MAX) : html;
        return Jsoup.clean(some, "", ALLOWED, new OutputSettings().prettyPrint(false)).strip();
    }
}
