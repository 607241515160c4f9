package io.minsheng.intake.mail.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which category somebody meant: written out, shortened, or ticked in a list of all of them. */
public final class ReadCategory {

    private static final String TICKED = "☑";
    private static final String EMPTY = "☐";
    private static final double WRITTEN = 1;
    private static final double PART_OF_A_NAME = 0.7;
    private static final Pattern TICKS = Pattern.compile("[(（\\[【][\\s　]*[√✓✔vVxX×✗✘●■][\\s　]*[)）\\]】]|[☑☒✓✔√■●◉⊠▣✗✘]");
    private static final Pattern EMPTIES = Pattern.compile("[(（\\[【][\\s　]*[)）\\]】]|[□☐○◯◻▢❏❑]");

    private final List<Named> categories;

    /** A category as a campaign knows it. */
    public record Named(String code, String name) {
    }

    public ReadCategory(List<Named> categories) {
        this.categories = List.copyOf(categories);
    }

    /** The code of the one category that the text names; empty if it names none, or several without a tick. */
    public Optional<Reading> of(String text) {
        String line = EMPTIES.matcher(TICKS.matcher(text).replaceAll(TICKED)).replaceAll(EMPTY);
        line = Normalizer.normalize(line, Normalizer.Form.NFKC).replaceAll("[\\s\\u00A0]+", " ");
        List<Place> places = places(line);
        if (line.contains(TICKED) || line.contains(EMPTY)) {
            List<Place> ticked = ticked(line, places);
            if (ticked.size() == 1 || places.size() > 1) {
                return ticked.size() == 1 ? Optional.of(new Reading(ticked.get(0).category.code(), WRITTEN)) : Optional.empty();
            }
        }
        if (places.size() == 1) {
            return Optional.of(new Reading(places.get(0).category.code(), WRITTEN));
        }
        return places.isEmpty() ? part(line.replaceAll("[^\\p{IsHan}A-Za-z_]", "")) : Optional.empty();
    }

    private record Place(int start, int end, Named category) {
    }

    private List<Place> places(String line) {
        List<Place> places = new ArrayList<>();
        String bare = line;
        for (Named each : categories) {
            int at = bare.indexOf(each.name());
            if (at >= 0) {
                places.add(new Place(at, at + each.name().length(), each));
            }
        }
        places.sort(Comparator.comparingInt(Place::start));
        // 其他 beside another name is a word, not a choice
        if (places.size() == 2 && !line.contains(TICKED) && !line.contains(EMPTY)) {
            places.removeIf(each -> each.category.code().equals("OTHER"));
        }
        return places;
    }

    /** A tick belongs to the name that it touches, else to the names' side on which the first box of the line stands. */
    private static List<Place> ticked(String line, List<Place> places) {
        List<Place> ticked = new ArrayList<>();
        int firstBox = firstBox(line);
        boolean before = places.isEmpty() || firstBox < places.get(0).start;
        for (int i = 0; i < places.size(); i++) {
            Place each = places.get(i);
            String left = line.substring(i == 0 ? 0 : places.get(i - 1).end, each.start);
            String right = line.substring(each.end, i + 1 < places.size() ? places.get(i + 1).start : line.length());
            boolean boxed = line.contains(EMPTY);
            boolean touchesLeft = left.endsWith(TICKED);
            boolean touchesRight = right.startsWith(TICKED);
            boolean side = before ? left.stripTrailing().endsWith(TICKED) : right.stripLeading().startsWith(TICKED);
            if (boxed ? side
                    : touchesLeft && !touchesRightOf(line, places, i) || touchesRight && !touchesLeftOf(line, places, i)
                            || side && !touchesLeft && !touchesRight) {
                ticked.add(each);
            }
        }
        return ticked;
    }

    /** Whether the tick left of a name touches the name before it as well. */
    private static boolean touchesRightOf(String line, List<Place> places, int index) {
        return index > 0 && line.substring(places.get(index - 1).end, places.get(index).start).strip().equals(TICKED)
                && line.charAt(places.get(index - 1).end) == TICKED.charAt(0);
    }

    private static boolean touchesLeftOf(String line, List<Place> places, int index) {
        return index + 1 < places.size()
                && line.substring(places.get(index).end, places.get(index + 1).start).equals(TICKED);
    }

    private static int firstBox(String line) {
        int ticked = line.indexOf(TICKED);
        int empty = line.indexOf(EMPTY);
        return ticked < 0 ? empty : empty < 0 ? ticked : Math.min(ticked, empty);
    }

    /** 交通 for 交通出行, 住房保障 for 城乡住房; only where one category fits. */
    private Optional<Reading> part(String said) {
        if (said.length() < 2) {
            return Optional.empty();
        }
        List<Named> fitting = categories.stream().filter(each -> each.code().equalsIgnoreCase(said)
                || each.name().contains(said)
                || each.name().length() > 3
                        && (said.contains(each.name().substring(0, 2)) || said.contains(each.name().substring(2))))
                .toList();
        return fitting.size() == 1 ? Optional.of(new Reading(fitting.get(0).code(), PART_OF_A_NAME)) : Optional.empty();
    }
}
