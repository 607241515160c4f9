package io.minsheng.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The filter of a list as the query of its address; empty parts are left out. */
public final class ListQuery {

    private ListQuery() {
    }

    /** The address, ending in {@code ?} or {@code &}, so that a pager can add to it. */
    public static String href(String path, Map<String, String> parts) {
        return path + "?" + parts.entrySet().stream().filter(part -> given(part.getValue()))
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8) + "&")
                .collect(Collectors.joining());
    }

    /**
     * The parts of an address made by {@link #href}.
     *
     * @throws IllegalArgumentException it was made otherwise, with a percent sign that stands for nothing
     */
    public static Map<String, String> parts(String href) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : href.substring(href.indexOf('?') + 1).split("&")) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                parts.put(part.substring(0, sign), URLDecoder.decode(part.substring(sign + 1), UTF_8));
            }
        }
        return parts;
    }

    public static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
