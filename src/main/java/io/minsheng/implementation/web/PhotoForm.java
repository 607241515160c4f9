package io.minsheng.implementation.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.multipart.FormValue;

import io.minsheng.platform.web.Posted;

/**
 * What the page of a report has sent.
 *
 * @param posted the fields as typed
 * @param files the photos that were chosen
 */
record PhotoForm(Posted posted, List<FormValue> files) {

    private static final String CAPTION = "caption-";
    private static final String REMOVE = "REMOVE-";

    static PhotoForm of(Map<String, Collection<FormValue>> parts) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        parts.forEach((name, values) -> values.stream().filter(each -> !each.isFileItem())
                .forEach(each -> fields.add(name, each.getValue())));
        // a field in which nothing was chosen sends a file without a name
        List<FormValue> files = parts.getOrDefault("photo", List.of()).stream()
                .filter(each -> each.isFileItem() && each.getFileName() != null && !each.getFileName().isEmpty()).toList();
        return new PhotoForm(Posted.of(fields), files);
    }

    /** By the field's name: what is typed below photos that are kept already. */
    Map<String, String> captions(Collection<String> photos) {
        Map<String, String> captions = new LinkedHashMap<>();
        photos.stream().map(each -> CAPTION + each).filter(each -> posted.at(each) != null)
                .forEach(each -> captions.put(each, posted.at(each)));
        return captions;
    }

    static String photoOf(String captionField) {
        return captionField.substring(CAPTION.length());
    }

    /** The button that sends the report, or Enter in a field of a browser that presses none. */
    boolean reports() {
        return "REPORT".equals(posted.at("outcome")) || posted.at("outcome") == null;
    }

    boolean uploads() {
        return "UPLOAD".equals(posted.at("outcome"));
    }

    /** The photo to be taken out; null for none. */
    String removes() {
        String outcome = posted.at("outcome");
        return outcome != null && outcome.startsWith(REMOVE) ? outcome.substring(REMOVE.length()) : null;
    }
}
