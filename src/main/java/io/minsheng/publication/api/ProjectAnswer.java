package io.minsheng.publication.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import io.minsheng.calendar.Light;
import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.PublishedLists.Named;
import io.minsheng.publication.PublishedLists.Row;

/** A row of a published list with its progress. */
public record ProjectAnswer(String id, int position, String title, Named category, String target, List<Named> leads,
        String leadNames, List<Named> assists, String assistNames, String due, int suggestions, int people,
        ProgressAnswer progress) {

    /**
     * How the project stands.
     *
     * @param status null before the first report; so are text and month
     * @param investment 年度投资计划 in 万元
     * @param invested 万元 since the project began
     * @param share per cent of the plan
     * @param months the newest first
     */
    public record ProgressAnswer(ProgressStatus status, String statusLabel, Light light, String month, String text,
            BigDecimal value, BigDecimal investment, BigDecimal invested, BigDecimal share, OffsetDateTime closedAt,
            List<MonthAnswer> months) {

        static ProgressAnswer of(ProjectProgress progress) {
            ProjectProgress.Month newest = progress.newest();
            boolean none = newest == null;
            return new ProgressAnswer(progress.status(), none ? null : newest.status().label(), progress.light(),
                    none ? null : newest.month(), none ? null : newest.text(), none ? null : newest.value(),
                    progress.investment(), progress.invested(), progress.share(), Shanghai.iso(progress.closedAt()),
                    progress.months().stream().map(each -> new MonthAnswer(each.month(), each.status(), each.text(),
                            each.value(), each.invested())).toList());
        }
    }

    /** A month's report. */
    public record MonthAnswer(String month, ProgressStatus status, String text, BigDecimal value, BigDecimal invested) {
    }

    static ProjectAnswer of(Row row) {
        return new ProjectAnswer(row.id(), row.position(), row.title(), row.category(), row.target(), row.leads(),
                row.leadNames(), row.assists(), row.assistNames(), row.due(), row.suggestions(), row.people(),
                ProgressAnswer.of(row.progress()));
    }
}
