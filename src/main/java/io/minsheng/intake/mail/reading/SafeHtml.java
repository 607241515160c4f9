package io.minsheng.intake.mail.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of a mail as a page may show it: an allow-list of tags that only order text, and the pictures that came with the mail,
 * from our own server. No other picture, no link, style, form or script is left, so nothing is loaded from elsewhere and
 * nothing can be clicked.
 */
public final class SafeHtml {

    private static final int MAX = 300_000;
    private static final String INLINE = "cid:";
    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "div", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "pre", "hr", "table",
                    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "span", "sub", "sup", "img")
            .addAttributes("td", "colspan", "rowspan").addAttributes("th", "colspan", "rowspan")
            .addAttributes("img", "src", "alt", "loading");

    private SafeHtml() {
    }

    /**
     * The allowed part; empty for an empty text.
     *
     * @param pictures where our own server gives the picture of a Content-ID, if the mail has it
     */
    static String of(String html, Function<String, Optional<String>> pictures) {
        Document sent = Jsoup.parseBodyFragment(html.length() > MAX ? html.substring(0, MAX) : html);
        for (Element each : sent.select("img")) {
            contentId(each.attr("src")).flatMap(pictures).ifPresentOrElse(address -> each.replaceWith(picture(address)),
                    each::remove);
        }
        Document clean = new Cleaner(ALLOWED).clean(sent);
        clean.outputSettings(new OutputSettings().prettyPrint(false));
        return clean.body().html().strip();
    }

    private static Element picture(String address) {
        return new Element("img").attr("src", address).attr("alt", "来信中的图片").attr("loading", "lazy");
    }

    private static Optional<String> contentId(String source) {
        String clean = source.strip();
        if (!clean.toLowerCase(Locale.ROOT).startsWith(INLINE)) {
            return Optional.empty();
        }
        String id = clean.substring(INLINE.length());
        try {
            return Optional.of(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.of(id);
        }
    }
}
