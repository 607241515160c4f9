package io.minsheng.intake.mail.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The cells that the lines of a page make: areas that no line parts, and that lines close in on all sides. */
final class RuledCells {

    private static final int MAX_LINES = 400;

    private final List<Ruling> level;
    private final List<Ruling> upright;
    private final List<Double> xs;
    private final List<Double> ys;
    private final int[][] area;

    /**
     * A cell.
     *
     * @param column of its left side, among all upright lines
     * @param row of its upper side, among all level lines
     */
    record RuledCell(int row, int bottomRow, int column, int rightColumn, double left, double top, double right,
            double bottom) {

        boolean contains(double x, double y) {
            return left <= x && x < right && top <= y && y < bottom;
        }
    }

    private RuledCells(List<Ruling> rulings) {
        this.level = Ruling.joined(rulings, true);
        this.upright = Ruling.joined(rulings, false);
        this.xs = Ruling.places(upright);
        this.ys = Ruling.places(level);
        this.area = new int[ys.size() + 1][xs.size() + 1];
    }

    static List<RuledCell> of(List<Ruling> rulings) {
        RuledCells cells = new RuledCells(rulings);
        return cells.xs.size() < 2 || cells.ys.size() < 2 || cells.xs.size() > MAX_LINES || cells.ys.size() > MAX_LINES
                ? List.of()
                : cells.find();
    }

    /** Areas are filled from the outside first; area[j][i] lies left of xs[i] and above ys[j]. */
    private List<RuledCell> find() {
        List<RuledCell> cells = new ArrayList<>();
        fill(0, 0, 1);
        int number = 1;
        for (int j = 1; j < ys.size(); j++) {
            for (int i = 1; i < xs.size(); i++) {
                if (area[j][i] == 0) {
                    int[] box = fill(j, i, ++number);
                    cells.add(new RuledCell(box[0] - 1, box[1], box[2] - 1, box[3], xs.get(box[2] - 1), ys.get(box[0] - 1),
                            xs.get(box[3]), ys.get(box[1])));
                }
            }
        }
        return cells;
    }

    /** @return first and last row, first and last column */
    private int[] fill(int row, int column, int number) {
        int[] box = { row, row, column, column };
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] { row, column });
        area[row][column] = number;
        while (!open.isEmpty()) {
            int[] at = open.pop();
            int j = at[0];
            int i = at[1];
            box = new int[] { Math.min(box[0], j), Math.max(box[1], j), Math.min(box[2], i), Math.max(box[3], i) };
            go(open, j, i - 1, number, i > 0 && !isUpright(i - 1, j));
            go(open, j, i + 1, number, i < xs.size() && !isUpright(i, j));
            go(open, j - 1, i, number, j > 0 && !isLevel(j - 1, i));
            go(open, j + 1, i, number, j < ys.size() && !isLevel(j, i));
        }
        return box;
    }

    private void go(Deque<int[]> open, int j, int i, int number, boolean free) {
        if (free && area[j][i] == 0) {
            area[j][i] = number;
            open.push(new int[] { j, i });
        }
    }

    private boolean isUpright(int x, int row) {
        if (row == 0 || row == ys.size()) {
            return false;
        }
        return upright.stream().anyMatch(each -> each.covers(xs.get(x), ys.get(row - 1), ys.get(row)));
    }

    private boolean isLevel(int y, int column) {
        if (column == 0 || column == xs.size()) {
            return false;
        }
        return level.stream().anyMatch(each -> each.covers(ys.get(y), xs.get(column - 1), xs.get(column)));
    }
}
