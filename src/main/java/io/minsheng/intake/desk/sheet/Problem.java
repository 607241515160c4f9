package io.minsheng.intake.desk.sheet;

/**
 * What is wrong with a row.
 *
 * @param column letters of the column, as spreadsheet programs show it; empty if the sheet has none for it
 * @param label what people call the column; empty if the whole row is meant
 * @param field as the API calls it; empty if the whole row is meant
 */
public record Problem(String column, String label, String field, String message) {

    static Problem ofRow(String message) {
        return new Problem("", "", "", message);
    }
}
