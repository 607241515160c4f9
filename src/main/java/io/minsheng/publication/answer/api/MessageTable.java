package io.minsheng.publication.answer.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Csv;
import io.minsheng.publication.answer.ListMessages.Due;
import io.minsheng.publication.answer.RecordMessages.Result;

/** The tables that are exchanged with the district's platform for short messages. */
final class MessageTable {

    private static final List<String> HEADER = List.of("答复编号", "受理编号", "手机号码", "短信内容");

    private MessageTable() {
    }

    static String csv(List<Due> due) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(HEADER));
        due.forEach(each -> csv.append(Csv.line(List.of(each.answer(), each.caseNumber(), each.phone(), each.text()))));
        return csv.toString();
    }

    /**
     * Rows of 答复编号, 结果 (成功 or 失败), 日期 (may be empty), 说明 (may be empty); a first row of headings is passed over.
     *
     * @throws Refusal 400 with the row that cannot be read
     */
    static List<Result> results(String csv) {
        List<Result> results = new ArrayList<>();
        List<List<String>> rows = Csv.rows(csv == null ? "" : csv);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (i > 0 || !row.get(0).equals(HEADER.get(0))) {
                results.add(result(row, i + 1));
            }
        }
        return results;
    }

    private static Result result(List<String> row, int number) {
        String at = "第 " + number + " 行";
        String outcome = row.size() < 2 ? "" : row.get(1);
        if (!List.of("成功", "失败").contains(outcome)) {
            throw Refusal.invalid("results", at + "第 2 列应为“成功”或“失败”。");
        }
        try {
            LocalDate on = row.size() < 3 || row.get(2).isEmpty() ? null : LocalDate.parse(row.get(2));
            return new Result(row.get(0), outcome.equals("成功"), on, row.size() < 4 || row.get(3).isEmpty() ? null : row.get(3));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("results", at + "第 3 列的日期应写成 2024-12-20。");
        }
    }
}
