package io.minsheng.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The Content-Disposition header of a file with a Chinese name (RFC 6266, RFC 8187). */
public final class ContentDisposition {

    private ContentDisposition() {
    }

    /** @param inline shown, not saved */
    public static String of(boolean inline, String name) {
        String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded;
    }

    /** For programs that know no other: the extension stays. */
    private static String plain(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return ascii.length() > 80 ? ascii.substring(ascii.length() - 80) : ascii;
    }
}
