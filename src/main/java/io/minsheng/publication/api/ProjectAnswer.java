package io.minsheng.publication.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import io.minsheng.calendar.Light;
import io.minsheng.implementation.PhotoAnswer;
import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;
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
     * @param photo the newest one; null when there is none
     * @param months the newest first
     */
    public record ProgressAnswer(ProgressStatus status, String statusLabel, Light light, String month, String text,
            BigDecimal value, BigDecimal investment, BigDecimal invested, BigDecimal share, OffsetDateTime closedAt,
            PhotoAnswer photo, List<MonthAnswer> months) {

        static ProgressAnswer of(ProjectProgress progress, PublicUrl url) {
            ProjectProgress.Month newest = progress.newest();
            boolean none = newest == null;
            return new ProgressAnswer(progress.status(), none ? null : newest.status().label(), progress.light(),
                    none ? null : newest.month(), none ? null : newest.text(), none ? null : newest.value(),
                    progress.investment(), progress.invested(), progress.share(), Shanghai.iso(progress.closedAt()),
                    PhotoAnswer.of(progress.photo(), url),
                    progress.months().stream().map(each -> MonthAnswer.of(each, url)).toList());
        }
    }

    /** A month's report; {@code photos} the newest first, {@code withdrawnPhotos} those that were public once. */
    public record MonthAnswer(String month, ProgressStatus status, String text, BigDecimal value, BigDecimal invested,
            List<PhotoAnswer> photos, List<WithdrawnAnswer> withdrawnPhotos) {

        static MonthAnswer of(ProjectProgress.Month month, PublicUrl url) {
            return new MonthAnswer(month.month(), month.status(), month.text(), month.value(), month.invested(),
                    month.photos().stream().map(each -> PhotoAnswer.of(each, url)).toList(),
                    month.withdrawn().stream().map(each -> new WithdrawnAnswer(Shanghai.iso(each.at()), each.reason()))
                            .toList());
        }
    }

    /** A photo that was taken back. */
    public record WithdrawnAnswer(OffsetDateTime at, String reason) {
    }

    static ProjectAnswer of(Row row, PublicUrl url) {
        return new ProjectAnswer(row.id(), row.position(), row.title(), row.category(), row.target(), row.leads(),
                row.leadNames(), row.assists(), row.assistNames(), row.due(), row.suggestions(), row.people(),
                ProgressAnswer.of(row.progress(), url));
    }
}
