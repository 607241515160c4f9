package io.minsheng.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.minsheng.platform.web.TrustedDesks;

/**
 * Slows whoever guesses passwords without locking out those whose names are guessed at: five wrong ones shut an account for
 * the address they came from, sixty shut the address for all accounts, each for a quarter of an hour. From where somebody has
 * signed in lately, only their own mistakes count. Each node counts for itself; what comes from very many addresses is
 * stopped by {@link Account} for the account as a whole.
 */
@ApplicationScoped
class WrongPasswords {

    static final int OF_ACCOUNT_AND_ADDRESS = 5;
    static final int OF_ADDRESS = 60;
    private static final Duration SHUT = Duration.ofMinutes(15);
    private static final Duration KNOWN = Duration.ofDays(7);
    private static final int MOST_COUNTERS = 100_000;

    private final TrustedDesks desks;
    private final Cache<String, Integer> wrong;
    private final Cache<String, Boolean> known;

    WrongPasswords(TrustedDesks desks, InstantSource clock) {
        this.desks = desks;
        this.wrong = kept(SHUT, clock);
        this.known = kept(KNOWN, clock);
    }

    private static <T> Cache<String, T> kept(Duration time, InstantSource clock) {
        return Caffeine.newBuilder().maximumSize(MOST_COUNTERS).expireAfterWrite(time)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    /** Whether a password is not even looked at. */
    boolean shut(String username, String address) {
        return of(pair(username, address)) >= OF_ACCOUNT_AND_ADDRESS
                || !knows(username, address) && of(address) >= desks.limit(OF_ADDRESS, address);
    }

    /** Whether this person has signed in from there lately. */
    boolean knows(String username, String address) {
        return known.getIfPresent(pair(username, address)) != null;
    }

    /** Counts a wrong password or an unknown name; whether it was the last one for now. */
    boolean note(String username, String address) {
        wrong.asMap().merge(address, 1, Integer::sum);
        return wrong.asMap().merge(pair(username, address), 1, Integer::sum) >= OF_ACCOUNT_AND_ADDRESS;
    }

    void signedIn(String username, String address) {
        wrong.invalidate(pair(username, address));
        known.put(pair(username, address), true);
    }

    private int of(String whose) {
        Integer count = wrong.getIfPresent(whose);
        return count == null ? 0 : count;
    }

    /** The address first: it holds no blank, whatever the name holds. */
    private static String pair(String username, String address) {
        return address + " " + username.substring(0, Math.min(username.length(), 100));
    }
}
