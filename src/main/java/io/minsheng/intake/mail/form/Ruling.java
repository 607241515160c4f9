package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A straight line on a page, level or upright.
 *
 * @param place where it stands: y of a level line, x of an upright one
 */
record Ruling(boolean level, double place, double from, double to) {

    private static final double SAME = 2.5;
    private static final double GAP = 4;

    /** Lines that lie on one another or go on from one another become one. */
    static List<Ruling> joined(List<Ruling> rulings, boolean level) {
        List<Ruling> joined = new ArrayList<>();
        rulings.stream().filter(each -> each.level == level)
                .sorted(Comparator.comparingDouble(Ruling::place).thenComparingDouble(Ruling::from)).forEach(each -> {
                    for (int i = joined.size() - 1; i >= 0 && each.place - joined.get(i).place <= SAME; i--) {
                        Ruling other = joined.get(i);
                        if (each.from <= other.to + GAP && each.to >= other.from - GAP) {
                            joined.set(i, new Ruling(level, other.place, Math.min(each.from, other.from),
                                    Math.max(each.to, other.to)));
                            return;
                        }
                    }
                    joined.add(each);
                });
        return joined;
    }

    /** Whether it runs along the whole of a side. */
    boolean covers(double at, double begin, double end) {
        return Math.abs(place - at) <= SAME && from <= begin + GAP && to >= end - GAP;
    }

    /** The different places of lines, near ones taken together. */
    static List<Double> places(List<Ruling> rulings) {
        List<Double> places = new ArrayList<>();
        rulings.stream().mapToDouble(Ruling::place).sorted().forEach(each -> {
            if (places.isEmpty() || each - places.get(places.size() - 1) > SAME) {
                places.add(each);
            }
        });
        return places;
    }
}
