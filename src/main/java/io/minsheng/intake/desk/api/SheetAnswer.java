package io.minsheng.intake.desk.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import io.minsheng.intake.desk.sheet.DeskSheet;
import io.minsheng.intake.desk.sheet.SheetRow;
import io.minsheng.intake.desk.sheet.ViewSheets;
import io.minsheng.platform.time.Shanghai;

/**
 * An uploaded spreadsheet.
 *
 * @param file name of the file
 * @param state CHECKED, RUNNING or DONE
 * @param ready rows that can be registered and are not yet
 * @param known rows that came in before
 * @param repeated rows that say the same as one further up
 * @param registered rows that have become cases
 * @param notes what was not read
 * @param problems everything that is wrong, by row and column
 */
public record SheetAnswer(String id, String campaign, String desk, String file, DeskSheet.State state, long rows, long ready,
        long bad, long known, long repeated, long registered, List<String> notes, List<ProblemAnswer> problems,
        OffsetDateTime uploadedAt, OffsetDateTime doneAt) {

    /** What is wrong where; row and column as spreadsheet programs show them, the column absent if the whole row is meant. */
    public record ProblemAnswer(int row, String column, String label, String field, String message) {

        private static Stream<ProblemAnswer> of(SheetRow row) {
            return row.problems().stream().map(each -> new ProblemAnswer(row.line(), orNull(each.column()),
                    orNull(each.label()), orNull(each.field()), each.message()));
        }

        private static String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** A row and what has become of it. */
    public record RowAnswer(int row, SheetRow.State state, String title, String caseNumber, Integer sameAsRow) {

        static RowAnswer of(ViewSheets.RowView view) {
            return new RowAnswer(view.row().line(), view.row().state(), view.title(), view.row().caseNumber(),
                    view.row().sameAs());
        }
    }

    static SheetAnswer of(ViewSheets.View view, List<SheetRow> bad) {
        DeskSheet sheet = view.sheet();
        return new SheetAnswer(sheet.id(), sheet.campaign(), sheet.desk(), sheet.name(), sheet.state(), view.total(),
                view.count("READY"), view.count("BAD"), view.count("KNOWN"), view.count("REPEATED"), view.count("DONE"),
                sheet.notes(), bad.stream().flatMap(ProblemAnswer::of).toList(), Shanghai.iso(sheet.uploadedAt()),
                Shanghai.iso(sheet.doneAt()));
    }
}
