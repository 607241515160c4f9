package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.minsheng.intake.mail.form.FormDocument.Cell;
import io.minsheng.intake.mail.form.FormDocument.Grid;
import io.minsheng.intake.mail.form.PageText.Sign;
import io.minsheng.platform.text.Texts;

/**
 * A table without lines on a page: labels that begin at one place, values that begin at another one right of it, one or
 * two such pairs side by side. Labels stand in the middle or at the top of their rows, so the lines of the values are
 * shared out in the way that leaves every label nearest to where it should stand.
 */
final class PageColumns {

    private static final double SAME_PLACE = 4;
    /** Between two texts in one line there is at least so much of the size of a sign. */
    private static final double GAP = 0.9;
    /** Lines of one label stand no farther apart, in sizes of a sign. */
    private static final double LINE = 2;
    private static final int FEWEST_LABELS = 3;
    private static final int MAX_LINES = 400;
    /** So many labels with a value beside are looked at: two in each line. The rest of a page that has more is no form. */
    private static final int MAX_BESIDE = 2 * MAX_LINES;
    /** So many columns of labels stand side by side, at most. */
    private static final int MAX_COLUMNS = 4;

    private final List<List<Piece>> rows;
    private final double edge;
    private final Set<Sign> used = new HashSet<>();

    /** A text in a line that a gap parts from the others. */
    private record Piece(List<Sign> signs) {

        double left() {
            return signs.get(0).left();
        }

        double right() {
            return signs.get(signs.size() - 1).right();
        }

        double y() {
            return signs.get(0).y();
        }

        double size() {
            return signs.get(0).size();
        }

        String text() {
            return Texts.cleanLine(signs.stream().map(Sign::text).collect(Collectors.joining()));
        }

        boolean beginsAt(double place) {
            return Math.abs(left() - place) < SAME_PLACE;
        }
    }

    /** A label, which may go over lines. */
    private record Title(List<Piece> pieces, String text) {

        double top() {
            return pieces.get(0).y();
        }

        double middle() {
            return (top() + pieces.get(pieces.size() - 1).y()) / 2;
        }
    }

    /** What stands at a label, and where the room for it ends. */
    private record Value(List<Sign> signs, double edge) {
    }

    /** A table that was found, and the signs that it is made of. */
    record Found(Grid grid, Set<Sign> signs, double top) {
    }

    private PageColumns(List<Sign> signs) {
        this.rows = PageText.rows(signs).stream().map(PageColumns::pieces).toList();
        this.edge = signs.stream().mapToDouble(Sign::right).max().orElse(0);
    }

    /** The table in these signs; empty if they stand otherwise. */
    static Optional<Found> of(List<Sign> signs) {
        PageColumns columns = new PageColumns(signs);
        return columns.rows.size() > MAX_LINES ? Optional.empty() : columns.find();
    }

    private static List<Piece> pieces(List<Sign> row) {
        List<Piece> pieces = new ArrayList<>();
        Sign last = null;
        for (Sign sign : row) {
            if (last == null || sign.left() - last.right() > last.size() * GAP) {
                pieces.add(new Piece(new ArrayList<>()));
            }
            pieces.get(pieces.size() - 1).signs().add(sign);
            last = sign;
        }
        return pieces.stream().filter(each -> !each.text().isEmpty()).toList();
    }

    private Optional<Found> find() {
        TreeMap<Double, Double> pairs = pairs();
        List<Cell> cells = new ArrayList<>();
        double top = Double.MAX_VALUE;
        int row = 0;
        Map<Title, Value> values = new TreeMap<>(
                Comparator.comparingDouble(Title::middle).thenComparingDouble(each -> each.pieces().get(0).left()));
        pairs.forEach((label, value) -> values.putAll(valuesOf(label, value, pairs)));
        if (values.size() < FEWEST_LABELS) {
            return Optional.empty();
        }
        for (Map.Entry<Title, Value> each : values.entrySet()) {
            List<Sign> signs = each.getValue().signs();
            cells.add(new Cell(row, row + 1, 0, 1, each.getKey().text()));
            cells.add(new Cell(row, row + 1, 1, 2, Texts.clean(PageText.lines(signs, each.getValue().edge()))));
            each.getKey().pieces().forEach(piece -> used.addAll(piece.signs()));
            used.addAll(signs);
            row++;
        }
        for (Sign each : used) {
            top = Math.min(top, each.y());
        }
        return Optional.of(new Found(new Grid(cells), used, top));
    }

    /**
     * Where labels begin, and where the values right of each begin; the pair with the most labels counts, and others like it.
     */
    private TreeMap<Double, Double> pairs() {
        List<double[]> beside = new ArrayList<>();
        for (List<Piece> row : rows) {
            for (int i = 0; i + 1 < row.size() && beside.size() < MAX_BESIDE; i++) {
                boolean label = Labels.of(row.get(i).text()).isPresent();
                if (label && Labels.of(row.get(i + 1).text()).isEmpty()) {
                    beside.add(new double[] { row.get(i).left(), row.get(i + 1).left() });
                }
            }
        }
        TreeMap<Double, Double> pairs = new TreeMap<>();
        for (double[] each : beside) {
            if (pairs.size() == MAX_COLUMNS) {
                break;
            }
            long like = beside.stream().filter(other -> Math.abs(other[0] - each[0]) < SAME_PLACE
                    && Math.abs(other[1] - each[1]) < SAME_PLACE).count();
            boolean known = pairs.keySet().stream().anyMatch(place -> Math.abs(place - each[0]) < SAME_PLACE);
            if (!known && like >= (pairs.isEmpty() ? FEWEST_LABELS : FEWEST_LABELS - 1)) {
                pairs.put(each[0], each[1]);
            }
        }
        return pairs;
    }

    private Map<Title, Value> valuesOf(double label, double value, TreeMap<Double, Double> pairs) {
        List<Title> titles = titles(label);
        List<Piece> lines = new ArrayList<>();
        if (titles.isEmpty()) {
            return Map.of();
        }
        double end = titles.get(titles.size() - 1).top();
        for (List<Piece> row : rows) {
            List<Piece> from = row.stream().filter(each -> each.left() > value - SAME_PLACE)
                    .takeWhile(each -> pairs.tailMap(value, false).entrySet().stream()
                            .noneMatch(other -> each.beginsAt(other.getKey()) || each.beginsAt(other.getValue())))
                    .toList();
            boolean plain = row.get(0).left() > pairs.firstKey() - SAME_PLACE;
            if (!from.isEmpty() && from.get(0).beginsAt(value) && plain) {
                lines.add(new Piece(from.stream().flatMap(each -> each.signs().stream()).toList()));
                end = Math.max(end, from.get(0).y());
            } else if (row.get(0).y() > end + LINE * row.get(0).size()) {
                break;
            }
        }
        List<List<Piece>> middle = Shares.of(titles.stream().mapToDouble(Title::middle).toArray(), lines, false);
        List<List<Piece>> top = Shares.of(titles.stream().mapToDouble(Title::top).toArray(), lines, true);
        List<List<Piece>> shares = Shares.cost(titles, middle, false) <= Shares.cost(titles, top, true) ? middle : top;
        Double next = pairs.higherKey(value);
        double narrow = lines.stream().filter(each -> next == null || each.right() < next).mapToDouble(Piece::right).max()
                .orElse(edge);
        Map<Title, Value> values = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            List<Piece> share = shares.get(i);
            boolean wide = next != null && share.stream().anyMatch(each -> each.right() >= next);
            values.put(titles.get(i), new Value(share.stream().flatMap(each -> each.signs().stream()).toList(),
                    wide ? edge : narrow));
        }
        return values;
    }

    /** The labels that begin at a place, those over several lines put together. */
    private List<Title> titles(double place) {
        List<Piece> pieces = rows.stream().flatMap(List::stream).filter(each -> each.beginsAt(place)).toList();
        List<Title> titles = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<Piece> one = new ArrayList<>(List.of(pieces.get(i)));
            StringBuilder text = new StringBuilder(pieces.get(i).text());
            int end = i;
            Title found = Labels.of(text.toString()).isPresent() ? new Title(List.copyOf(one), text.toString()) : null;
            for (int j = i + 1; j < Math.min(i + 4, pieces.size()); j++) {
                if (pieces.get(j).y() - pieces.get(j - 1).y() > LINE * pieces.get(j).size()
                        || Labels.of(pieces.get(j).text()).isPresent()) {
                    break;
                }
                one.add(pieces.get(j));
                text.append(pieces.get(j).text());
                if (Labels.of(text.toString()).isPresent()) {
                    found = new Title(List.copyOf(one), text.toString());
                    end = j;
                }
            }
            if (found != null) {
                titles.add(found);
                i = end;
            }
        }
        return titles;
    }

    /** Shares lines out among labels, in their order. */
    private static final class Shares {

        /** A label without a value costs as much as one that stands so many points off. */
        private static final double EMPTY = 15;

        private Shares() {
        }

        /** @param top whether labels stand at the height of the first line of their value, or of its middle */
        static List<List<Piece>> of(double[] labels, List<Piece> lines, boolean top) {
            int count = lines.size();
            double[][] best = new double[labels.length + 1][count + 1];
            int[][] begin = new int[labels.length + 1][count + 1];
            Arrays.fill(best[0], Double.MAX_VALUE);
            best[0][0] = 0;
            for (int i = 1; i <= labels.length; i++) {
                for (int to = 0; to <= count; to++) {
                    best[i][to] = Double.MAX_VALUE;
                    for (int from = 0; from <= to; from++) {
                        double cost = best[i - 1][from] == Double.MAX_VALUE ? Double.MAX_VALUE
                                : best[i - 1][from] + cost(labels[i - 1], lines.subList(from, to), top);
                        if (cost < best[i][to]) {
                            best[i][to] = cost;
                            begin[i][to] = from;
                        }
                    }
                }
            }
            List<List<Piece>> shares = new ArrayList<>();
            int to = count;
            for (int i = labels.length; i > 0; i--) {
                shares.add(0, lines.subList(begin[i][to], to));
                to = begin[i][to];
            }
            return shares;
        }

        static double cost(List<Title> titles, List<List<Piece>> shares, boolean top) {
            double cost = 0;
            for (int i = 0; i < titles.size(); i++) {
                cost += cost(top ? titles.get(i).top() : titles.get(i).middle(), shares.get(i), top);
            }
            return cost;
        }

        private static double cost(double label, List<Piece> lines, boolean top) {
            if (lines.isEmpty()) {
                return EMPTY;
            }
            double first = lines.get(0).y();
            double last = lines.get(lines.size() - 1).y();
            return Math.abs(label - (top ? first : (first + last) / 2));
        }
    }
}
