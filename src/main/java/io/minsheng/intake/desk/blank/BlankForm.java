package io.minsheng.intake.desk.blank;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

/**
 * What stands on the empty form of a campaign.
 *
 * @param campaign title of the campaign
 * @param rows one for each field, in the campaign's order
 * @param notes how to fill it in and where to send it
 */
@TemplateData
public record BlankForm(String campaign, List<Row> rows, List<String> notes) {

    /** How much room a field gets. */
    public enum Room {
        LINE(480),
        LINES(900),
        PARAGRAPH(1_300),
        /** What the form is about. */
        MOST(3_000);

        private final int twips;

        Room(int twips) {
            this.twips = twips;
        }

        /** Least height of its row in twentieths of a point. */
        int twips() {
            return twips;
        }

        /** Name of its style. */
        public String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A field of the form.
     *
     * @param choices what can be ticked; empty for a field to write in
     */
    @TemplateData
    public record Row(String label, boolean needed, Room room, List<String> choices) {

        /** The choices with a box before each. */
        public String boxes() {
            return choices.stream().map(each -> "□" + each).collect(Collectors.joining("　"));
        }
    }
}
