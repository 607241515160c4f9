package io.minsheng.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.ProjectProgress;

/**
 * The last row of a published progress table. The five counts add up to {@code projects}.
 *
 * @param unreported without any report yet
 * @param investment sum of the plans in 万元; null when there is none
 * @param invested sum in 万元 of what was invested; null when nothing was reported
 */
public record ProgressTotals(int projects, int completed, int thisYear, int continuing, int nextYear, int unreported,
        BigDecimal investment, BigDecimal invested) {

    static ProgressTotals of(List<ProjectProgress> all) {
        return new ProgressTotals(all.size(), count(all, ProgressStatus.COMPLETED), count(all, ProgressStatus.THIS_YEAR),
                count(all, ProgressStatus.CONTINUING), count(all, ProgressStatus.NEXT_YEAR), count(all, null),
                sum(all, ProjectProgress::investment), sum(all, ProjectProgress::invested));
    }

    private static int count(List<ProjectProgress> all, ProgressStatus status) {
        return (int) all.stream().filter(each -> each.status() == status).count();
    }

    private static BigDecimal sum(List<ProjectProgress> all, Function<ProjectProgress, BigDecimal> amount) {
        return all.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }
}
