package io.minsheng.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

/**
 * The clock of the program. The thread that loads the samples can put itself into the past, so that cases get a history through
 * the same use cases as real ones; every other thread sees the real time, always.
 */
@Singleton
class DemoClock implements InstantSource {

    private final Clock real = Clock.systemUTC();
    private final ThreadLocal<Duration> back = new ThreadLocal<>();

    @Override
    public Instant instant() {
        Duration shift = back.get();
        return shift == null ? real.instant() : real.instant().minus(shift);
    }

    /** The time that everybody else sees. */
    Instant realTime() {
        return real.instant();
    }

    /** Does something on this thread as if it was that moment; never in the future. */
    <T> T at(Instant moment, Supplier<T> act) {
        Duration shift = Duration.between(moment, real.instant());
        if (shift.isNegative()) {
            return act.get();
        }
        back.set(shift);
        try {
            return act.get();
        } finally {
            back.remove();
        }
    }
}
