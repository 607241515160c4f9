package io.minsheng.calendar;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Names missing years in the health answer. The server can work without them, so readiness stays up. */
@Readiness
@ApplicationScoped
public class CalendarHealth implements HealthCheck {

    private final MissingYears missingYears;

    CalendarHealth(MissingYears missingYears) {
        this.missingYears = missingYears;
    }

    @Override
    public HealthCheckResponse call() {
        List<Integer> missing = missingYears.now();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("calendar").up();
        if (!missing.isEmpty()) {
            response.withData("warning", "缺少工作日数据：" + missing + "，期限暂定");
        }
        return response.build();
    }
}
