package io.minsheng.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.minsheng.platform.error.Refusal;
import io.quarkus.runtime.StartupEvent;

/** Counts calls per address in fixed windows. Each node counts for itself: the limits are far above what people need. */
@Singleton
public class RateLimits {

    private static final Logger LOG = Logger.getLogger(RateLimits.class);
    private static final long MOST_COUNTERS = 100_000;

    private final boolean on;
    private final InstantSource clock;
    private final Cache<String, Window> windows;

    RateLimits(@ConfigProperty(name = "minsheng.rate-limits", defaultValue = "on") String setting, InstantSource clock) {
        this.on = !"off".equalsIgnoreCase(setting.trim());
        this.clock = clock;
        this.windows = Caffeine.newBuilder().maximumSize(MOST_COUNTERS).expireAfterWrite(Duration.ofHours(1)).build();
    }

    /** Calls since the window began. */
    private record Window(Instant since, int calls) {
    }

    void warn(@Observes StartupEvent event) {
        if (!on) {
            LOG.warn("rate limits are off (MINSHENG_RATE_LIMITS): only for load tests on this machine");
        }
    }

    /**
     * Counts a call.
     *
     * @param what calls that share a limit
     * @throws Refusal 429 with the time until the window ends
     */
    public void count(String what, String address, int calls, Duration window) {
        Instant now = clock.instant();
        refuseAbove(calls, add(what, address, window, now), window, now);
    }

    /** Counts something that went wrong; whether it was one too many is asked by {@link #check} before the next try. */
    void note(String what, String whose, Duration window) {
        add(what, whose, window, clock.instant());
    }

    /**
     * Counts nothing.
     *
     * @throws Refusal 429 with the time until the window ends, if so many have been noted in it
     */
    void check(String what, String whose, int most, Duration window) {
        Instant now = clock.instant();
        Window noted = on ? windows.getIfPresent(what + " " + whose) : null;
        if (noted != null && now.isBefore(noted.since().plus(window))) {
            refuseAbove(most - 1, noted, window, now);
        }
    }

    private Window add(String what, String whose, Duration window, Instant now) {
        return !on ? new Window(now, 0)
                : windows.asMap().compute(what + " " + whose,
                        (key, old) -> old == null || !now.isBefore(old.since().plus(window)) ? new Window(now, 1)
                                : new Window(old.since(), old.calls() + 1));
    }

    private static void refuseAbove(int most, Window counted, Duration window, Instant now) {
        if (counted.calls() > most) {
            throw Refusal.tooMany(Duration.between(now, counted.since().plus(window)));
        }
    }
}
