package io.minsheng.implementation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.minsheng.calendar.Light;
import io.quarkus.qute.TemplateData;

/**
 * How a project stands, as everyone may know it (domain: published progress).
 *
 * @param light red: a report or the project itself is overdue; yellow: due within thirty days, or not to be done this year
 * @param investment 年度投资计划 in 万元, or null
 * @param months what was reported, the newest first, each in its last version
 * @param reportDueAt until when the next report should be there; null when none is asked for
 * @param closedAt 销号; null before
 */
@TemplateData
public record ProjectProgress(Light light, BigDecimal investment, List<Month> months, Instant reportDueAt, Instant closedAt) {

    private static final BigDecimal PERCENT = new BigDecimal(100);

    /**
     * A month's report.
     *
     * @param month 2025-03
     * @param value how much of the yearly target, in its unit; or null
     * @param invested 万元 since the project began; or null
     * @param version from 1; higher ones correct earlier ones
     * @param photos those that everyone may see, the newest first
     * @param withdrawn those that everyone could see once
     */
    @TemplateData
    public record Month(String month, ProgressStatus status, String text, BigDecimal value, BigDecimal invested, int version,
            Instant at, List<Photo> photos, List<Withdrawn> withdrawn) {

        static Month of(ProgressReport report, String campaign, List<ProgressPhoto> everPublic) {
            List<ProgressPhoto> own = everPublic.stream().filter(each -> each.month().equals(report.month())).toList();
            return new Month(report.month().toString(), report.status(), report.text(), plain(report.reached()),
                    plain(report.invested()), report.version(), report.reportedAt(),
                    own.stream().filter(each -> each.state() == ProgressPhoto.State.PUBLIC)
                            .map(each -> Photo.of(each, campaign)).toList(),
                    own.stream().filter(each -> each.state() == ProgressPhoto.State.WITHDRAWN)
                            .map(each -> new Withdrawn(each.withdrawnAt(), each.withdrawnReason())).toList());
        }

        /** 2025年3月. */
        public String name() {
            return monthName(month);
        }
    }

    /**
     * A photo that everyone may see.
     *
     * @param path where the picture is, below the root; sizes in dots
     * @param smallPath where the small one is
     */
    @TemplateData
    public record Photo(String id, String caption, String path, int width, int height, String smallPath, int smallWidth,
            int smallHeight) {

        static Photo of(ProgressPhoto photo, String campaign) {
            PhotoFiles files = photo.files();
            String path = "/published/" + campaign + "/photos/" + photo.id();
            return new Photo(photo.id(), photo.caption(), path, files.shownWidth(), files.shownHeight(), path + "/small",
                    files.smallWidth(), files.smallHeight());
        }
    }

    /** A photo that was taken back, when and why. */
    @TemplateData
    public record Withdrawn(Instant at, String reason) {
    }

    /** 2025年3月. */
    static String monthName(String month) {
        return month.substring(0, 4) + "年" + Integer.parseInt(month.substring(5)) + "月";
    }

    /** The one photo that stands for the project: the newest; null when there is none. */
    public Photo photo() {
        return months.stream().flatMap(each -> each.photos().stream()).findFirst().orElse(null);
    }

    /** Null before the first report. */
    public Month newest() {
        return months.isEmpty() ? null : months.get(0);
    }

    /** All but the newest. */
    public List<Month> earlier() {
        return months.isEmpty() ? months : months.subList(1, months.size());
    }

    /** Null before the first report. */
    public ProgressStatus status() {
        return months.isEmpty() ? null : newest().status();
    }

    /** 万元 by the newest report that says it; null when none does. */
    public BigDecimal invested() {
        return months.stream().map(Month::invested).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Per cent of the plan, one decimal; null when it cannot be told. */
    public BigDecimal share() {
        return share(invested(), investment);
    }

    /** What part of the plan has been invested, in per cent with one decimal; null when it cannot be told. */
    public static BigDecimal share(BigDecimal invested, BigDecimal investment) {
        return invested == null || investment == null || investment.signum() == 0 ? null
                : invested.multiply(PERCENT).divide(investment, 1, RoundingMode.HALF_UP);
    }

    /** Without the zeros that the database adds: 12.5, 100. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
