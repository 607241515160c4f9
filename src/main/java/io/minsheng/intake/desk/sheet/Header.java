package io.minsheng.intake.desk.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.minsheng.campaign.AskedField;
import io.minsheng.platform.error.Refusal;

/**
 * Which column of a sheet holds what.
 *
 * @param line the row of the labels
 * @param places number of the column, from 0
 * @param unknown labels of columns that are not read
 */
record Header(int line, Map<Column, Integer> places, List<String> unknown) {

    /** Above the labels there may be a heading and notes. */
    private static final int FIRST_LINES = 20;

    /**
     * The first row that names at least title and content.
     *
     * @throws Refusal 400 if a column stands there twice
     */
    static Optional<Header> in(Sheet sheet, List<AskedField> form) {
        for (Line line : sheet.lines().subList(0, Math.min(FIRST_LINES, sheet.lines().size()))) {
            if (line.cells().stream().anyMatch(each -> names(each, Column.TITLE, form))
                    && line.cells().stream().anyMatch(each -> names(each, Column.CONTENT, form))) {
                return Optional.of(of(line, form));
            }
        }
        return Optional.empty();
    }

    /** Where a cell stands, as spreadsheet programs say it; empty for what the sheet has no column for. */
    String letters(Column column) {
        return places.containsKey(column) ? Line.letters(places.get(column)) : "";
    }

    Cell cell(Line row, Column column) {
        Integer place = places.get(column);
        return place == null ? Cell.EMPTY : row.at(place);
    }

    private static Header of(Line line, List<AskedField> form) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String label = line.at(i).text();
            Optional<Column> column = Column.named(label, form);
            if (column.isEmpty()) {
                if (!label.isBlank()) {
                    unknown.add(label);
                }
            } else if (places.putIfAbsent(column.get(), i) != null) {
                throw Refusal.invalid("file", "表头有两栏都是“" + column.get().label(form) + "”（"
                        + Line.letters(places.get(column.get())) + " 列和 " + Line.letters(i) + " 列），请删去一栏。");
            }
        }
        return new Header(line.number(), places, unknown);
    }

    private static boolean names(Cell cell, Column column, List<AskedField> form) {
        return Column.named(cell.text(), form).filter(column::equals).isPresent();
    }
}
