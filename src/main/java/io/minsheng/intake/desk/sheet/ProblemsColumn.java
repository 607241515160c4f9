package io.minsheng.intake.desk.sheet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.minsheng.platform.text.Texts;

/** What is wrong with a row, in one column: a line each, parts separated by tabs. None is NULL. */
@Converter
class ProblemsColumn implements AttributeConverter<List<Problem>, String> {

    private static final int MOST = 40;
    private static final int LONGEST = 120;

    @Override
    public String convertToDatabaseColumn(List<Problem> problems) {
        return problems == null || problems.isEmpty() ? null
                : problems.stream().limit(MOST).map(ProblemsColumn::line).collect(Collectors.joining("\n"));
    }

    @Override
    public List<Problem> convertToEntityAttribute(String column) {
        return column == null ? List.of() : Stream.of(column.split("\n")).map(each -> {
            String[] parts = each.split("\t", -1);
            return new Problem(parts[0], parts[1], parts[2], parts[3]);
        }).toList();
    }

    private static String line(Problem each) {
        return String.join("\t", each.column(), each.label(), each.field(),
                Texts.shorten(Texts.cleanLine(each.message()), LONGEST));
    }
}
