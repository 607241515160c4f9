package io.minsheng.platform.web;

import io.quarkus.qute.TemplateData;

/**
 * What comes before and after something in the list from which it was opened; shown by {@code tags/neighbours.html}.
 *
 * @param list address of the list, below the site's root
 * @param listName what people call it
 * @param previous null at the begin
 * @param next null at the end
 */
@TemplateData
public record Neighbours(String list, String listName, Neighbour previous, Neighbour next) {

    /** One of them: its page below the site's root, and its title. */
    @TemplateData
    public record Neighbour(String href, String title) {
    }
}
