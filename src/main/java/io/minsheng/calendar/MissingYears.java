package io.minsheng.calendar;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.jboss.logging.Logger;

import io.minsheng.platform.time.Shanghai;
import io.quarkus.scheduler.Scheduled;

/**
 * The years whose notice should have been imported by now: always this one, from December on the next one, too (its notice
 * comes in October or November). Warns once a day, because due dates are only provisional without it.
 */
@ApplicationScoped
@Named("missingYears")
public class MissingYears {

    private static final Logger LOG = Logger.getLogger(MissingYears.class);

    private final WorkingDays workingDays;
    private final InstantSource clock;

    MissingYears(WorkingDays workingDays, InstantSource clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public List<Integer> now() {
        LocalDate today = Shanghai.date(clock.instant());
        // most deadlines reach about a month ahead
        int last = today.plusMonths(1).getYear();
        return IntStream.rangeClosed(today.getYear(), last).filter(year -> !workingDays.isKnownYear(year)).boxed().toList();
    }

    @Scheduled(identity = "missing-years", every = "24h", delayed = "1m")
    void warn() {
        List<Integer> missing = now();
        if (!missing.isEmpty()) {
            LOG.warnf("缺少 %s 年的工作日数据：这些年份按周一至周五计算，期限为暂定。请在“工作日历”页面导入国务院办公厅的放假安排。", missing);
        }
    }
}
