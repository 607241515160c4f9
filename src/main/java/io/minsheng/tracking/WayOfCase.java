package io.minsheng.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.minsheng.proposal.Stage;
import io.quarkus.qute.TemplateData;

/** The plain drawing of a suggestion's way, with the place where it is now. Only what the author may know goes in. */
public final class WayOfCase {

    private static final List<Stage> MAIN = List.of(Stage.RECEIVED, Stage.TRIAGE, Stage.EVALUATION, Stage.CONCLUSION,
            Stage.SHORTLISTED, Stage.DECISION, Stage.PUBLISHED);
    private static final List<Stage> AFTER_PUBLICATION = List.of(Stage.IMPLEMENTING, Stage.COMPLETED);

    /** Where a place lies, seen from the present one. */
    public enum Position {
        DONE,
        HERE,
        AHEAD
    }

    /** A place on the way. */
    @TemplateData
    public record Place(String label, Position position) {
    }

    private WayOfCase() {
    }

    /**
     * Draws the way.
     *
     * @param now the public stage
     * @param visited the public stages so far
     */
    public static List<Place> drawn(Stage now, Collection<Stage> visited) {
        if (now == Stage.AWAITING_SUPPLEMENT) {
            return along(MAIN, Stage.TRIAGE, now.label());
        }
        if (AFTER_PUBLICATION.contains(now)) {
            List<Stage> whole = new ArrayList<>(MAIN);
            whole.addAll(AFTER_PUBLICATION);
            return along(whole, now, now.label());
        }
        return MAIN.contains(now) ? along(MAIN, now, now.label()) : ended(now, visited);
    }

    private static List<Place> along(List<Stage> way, Stage here, String label) {
        int at = way.indexOf(here);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            places.add(i == at ? new Place(label, Position.HERE)
                    : new Place(way.get(i).label(), i < at ? Position.DONE : Position.AHEAD));
        }
        return places;
    }

    private static List<Place> ended(Stage end, Collection<Stage> visited) {
        List<Place> places = new ArrayList<>();
        MAIN.stream().filter(visited::contains).forEach(each -> places.add(new Place(each.label(), Position.DONE)));
        places.add(new Place(end.label(), Position.HERE));
        return places;
    }
}
