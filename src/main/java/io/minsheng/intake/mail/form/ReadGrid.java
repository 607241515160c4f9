package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.minsheng.intake.mail.form.FormDocument.Cell;
import io.minsheng.intake.mail.form.FormDocument.Grid;

/** Finds labels and values in a table, whatever its design: label left or above, both in one cell, merged cells, lists. */
final class ReadGrid {

    private static final double BESIDE = 1;
    private static final double ABOVE = 0.95;
    private static final double AFAR = 0.9;
    private static final double DOUBTFUL = 0.65;

    private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
    private final Set<Cell> used = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    private ReadGrid(Grid grid) {
        grid.cells().stream().sorted(Comparator.comparingInt(Cell::top).thenComparingInt(Cell::left))
                .forEach(each -> rows.computeIfAbsent(each.top(), row -> new ArrayList<>()).add(each));
    }

    static List<Entry> of(Grid grid) {
        ReadGrid reader = new ReadGrid(grid);
        for (Map.Entry<Integer, List<Cell>> row : reader.rows.entrySet()) {
            if (!reader.band(row.getKey(), row.getValue())) {
                reader.row(row.getValue());
            }
        }
        return reader.entries;
    }

    /** A row of nothing but labels, and values below them: one row, or a list of them. */
    private boolean band(int top, List<Cell> header) {
        List<Cell> titles = header.stream().filter(each -> !each.isEmpty()).toList();
        List<Cell> fields = titles.stream().filter(each -> field(each).isPresent()).toList();
        if (fields.size() < 2 || fields.size() * 2 < titles.size()
                || titles.stream().anyMatch(each -> label(each).isEmpty() && each.text().length() > 12)) {
            return false;
        }
        List<List<Cell>> below = new ArrayList<>();
        for (List<Cell> row : rows.tailMap(top, false).values()) {
            if (row.stream().anyMatch(each -> label(each).isPresent() && isUnderATitleOfItsOwn(each, fields) == null)
                    || row.stream().allMatch(Cell::isEmpty)) {
                break;
            }
            below.add(row);
        }
        boolean list = fields.stream().map(each -> label(each).get().field())
                .anyMatch(each -> each == FormField.TITLE || each == FormField.CONTENT);
        if (below.isEmpty() || texts(below.get(0), fields) < 2) {
            return false;
        }
        List<List<Cell>> values = list ? below : below.subList(0, 1);
        used.addAll(titles);
        for (List<Cell> row : values) {
            valuesOf(row, fields, values.size() > 1);
        }
        return true;
    }

    /** A value such as 其他 or 项目 may read like a label; it is one only where no title stands over it. */
    private static Cell isUnderATitleOfItsOwn(Cell cell, List<Cell> fields) {
        return fields.stream().filter(each -> each.sharesColumnWith(cell) && Labels.of(cell.text())
                .filter(label -> label.kind() == Label.Kind.OTHER).isPresent()).findFirst().orElse(null);
    }

    private static long texts(List<Cell> row, List<Cell> fields) {
        return row.stream().filter(each -> !each.isEmpty() && fields.stream().anyMatch(each::sharesColumnWith)).count();
    }

    private void valuesOf(List<Cell> row, List<Cell> fields, boolean oneOfMany) {
        if (oneOfMany && texts(row, fields) < 2) {
            return;
        }
        if (oneOfMany) {
            entries.add(Entry.BREAK);
        }
        for (Cell title : fields) {
            row.stream().filter(each -> each.sharesColumnWith(title) && !used.contains(each)).findFirst().ifPresent(value -> {
                entries.add(new Entry(label(title).get(), value.text(), ABOVE));
            });
        }
        used.addAll(row);
        if (oneOfMany) {
            entries.add(Entry.BREAK);
        }
    }

    private void row(List<Cell> row) {
        if (continues(row)) {
            return;
        }
        for (Cell cell : row) {
            if (cell.isEmpty() || !used.add(cell)) {
                continue;
            }
            Optional<Label> label = label(cell);
            if (label.isPresent()) {
                labelled(cell, label.get());
            } else {
                withinCell(cell);
            }
        }
    }

    /** Text with nothing before it in its row goes on from the row above: many lines of a sheet, a cell cut by a page. */
    private boolean continues(List<Cell> row) {
        List<Cell> texts = row.stream().filter(each -> !each.isEmpty() && !used.contains(each)).toList();
        if (texts.size() != 1 || entries.isEmpty() || row.get(0) == texts.get(0) && row.size() > 1 || row.size() == 1) {
            return false;
        }
        Cell only = texts.get(0);
        Entry last = entries.get(entries.size() - 1);
        if (last.label() == null || !last.label().isField() || !last.label().field().manyLines() || last.value().isBlank()
                || label(only).isPresent() || !ReadLines.of(only.text()).entries().isEmpty()) {
            return false;
        }
        used.add(only);
        entries.set(entries.size() - 1, last.with(only.text()));
        return true;
    }

    private void labelled(Cell cell, Label label) {
        List<Cell> right = beside(cell);
        if (!right.isEmpty()) {
            used.addAll(right);
            String value = String.join("\n", right.stream().map(Cell::text).toList());
            put(label, value, right.get(0).left() == cell.right() ? BESIDE : AFAR);
            return;
        }
        Optional<Cell> below = below(cell);
        if (below.isPresent()) {
            used.add(below.get());
            boolean wide = isLastInRow(cell);
            put(label, below.get().text(), wide ? ABOVE : DOUBTFUL);
        } else {
            entries.add(new Entry(label, "", BESIDE));
        }
    }

    /** Behind the value of a short field others may follow in the same cell. */
    private void put(Label label, String value, double confidence) {
        if (label.isField() && !label.field().manyLines()) {
            ReadLines.Result inside = ReadLines.of(value);
            if (!inside.entries().isEmpty()) {
                String own = inside.rest();
                boolean repeated = own.isBlank() && inside.entries().get(0).label().equals(label);
                if (!repeated) {
                    entries.add(new Entry(label, own, confidence));
                }
                entries.addAll(inside.entries());
                return;
            }
        }
        entries.add(new Entry(label, value, confidence));
    }

    /** The values right of a label, in all rows that it goes over; none if the next thing there is another label. */
    private List<Cell> beside(Cell cell) {
        List<Cell> values = new ArrayList<>();
        for (int row = cell.top(); row < cell.bottom(); row++) {
            int at = row;
            Optional<Cell> next = rows.headMap(row, true).values().stream().flatMap(List::stream)
                    .filter(each -> each.isInRow(at) && each.left() >= cell.right() && !each.isEmpty())
                    .min(Comparator.comparingInt(Cell::left));
            if (next.isEmpty() || values.contains(next.get())) {
                continue;
            }
            if (label(next.get()).isPresent() || used.contains(next.get())
                    || startsWithLabel(next.get())) {
                break;
            }
            values.add(next.get());
        }
        return values;
    }

    private static boolean startsWithLabel(Cell cell) {
        ReadLines.Result inside = ReadLines.of(cell.text());
        return !inside.entries().isEmpty() && inside.rest().isBlank();
    }

    private Optional<Cell> below(Cell cell) {
        List<Cell> row = rows.get(cell.bottom());
        if (row == null || row.stream().filter(each -> !each.isEmpty()).anyMatch(each -> label(each).isPresent())) {
            return Optional.empty();
        }
        return row.stream().filter(each -> !each.isEmpty() && !used.contains(each) && each.sharesColumnWith(cell))
                .filter(each -> ReadLines.of(each.text()).entries().isEmpty()).findFirst();
    }

    private boolean isLastInRow(Cell cell) {
        return rows.get(cell.top()).stream().noneMatch(each -> each.left() >= cell.right());
    }

    private void withinCell(Cell cell) {
        entries.addAll(ReadLines.of(cell.text()).entries());
    }

    private static Optional<Label> label(Cell cell) {
        return Labels.of(cell.text());
    }

    private static Optional<Label> field(Cell cell) {
        return label(cell).filter(Label::isField);
    }
}
