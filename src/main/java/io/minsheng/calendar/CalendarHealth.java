package io.minsheng.calendar;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.minsheng.platform.time.Shanghai;
import io.quarkus.scheduler.Scheduled;

/**
 * Warns that a year is missing: always of this year, from December on of the next one (its notice comes in October or
 * November). The server can work without it, only provisionally, so readiness stays up and names the years.
 */
@Readiness
@ApplicationScoped
public class CalendarHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(CalendarHealth.class);

    private final WorkingDays workingDays;
    private final InstantSource clock;

    CalendarHealth(WorkingDays workingDays, InstantSource clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        List<Integer> missing = missingYears();
        var response = HealthCheckResponse.named("calendar").up();
        return missing.isEmpty() ? response.build()
                : response.withData("warning", "缺少工作日数据：" + missing + "，期限暂定").build();
    }

    /** The years whose notice should have been imported by now. */
    public List<Integer> missingYears() {
        var today = Shanghai.date(clock.instant());
        // an evaluation with its extension reaches about a month ahead
        int last = today.plusMonths(1).getYear();
        return IntStream.rangeClosed(today.getYear(), last).filter(year -> !workingDays.isKnownYear(year)).boxed().toList();
    }

    @Scheduled(every = "24h", delayed = "1m")
    void warn() {
        List<Integer> missing = missingYears();
        if (!missing.isEmpty()) {
            LOG.warnf("缺少 %s 年的工作日数据：这些年份按周一至周五计算，期限为暂定。请在“系统管理—工作日历”中导入国务院办公厅的放假安排。", missing);
        }
    }
}
