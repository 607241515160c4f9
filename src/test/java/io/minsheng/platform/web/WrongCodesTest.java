package io.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.minsheng.platform.error.Refusal;

class WrongCodesTest {

    private static final String CASE = "DZ2025-000123-7";
    private static final String NO_CASE = "DZ2025-999999-9";
    private static final String HOME = "203.0.113.5";
    private static final String DESK = "10.0.0.7";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-10-08T02:00:00Z"));
    private final WrongCodes codes = new WrongCodes(new RateLimits("on", now::get), new ClientAddress(Optional.empty()), null,
            new TrustedDesks(Optional.of(List.of(DESK))));

    @Test
    void holdBackAfterTenForANumberFromAnAddressWhetherTheNumberExistsOrNot() {
        for (String number : List.of(CASE, NO_CASE)) {
            err(10, number, HOME);
            assertThatThrownBy(() -> codes.check(number, HOME)).asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
                assertThat(refusal.status()).isEqualTo(429);
                assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(15));
            });
            codes.check(number, "203.0.113.6");
        }
        now.set(now.get().plus(Duration.ofMinutes(15)));
        codes.check(CASE, HOME);
    }

    @Test
    void holdBackANumberThatManyAddressesGuess() {
        for (int i = 0; i < 50; i++) {
            codes.check(CASE, "10.1.0." + i);
            codes.note(CASE, "10.1.0." + i);
        }
        refused(CASE, HOME);
        codes.check(NO_CASE, HOME);
    }

    @Test
    void holdBackAnAddressThatGuessesManyNumbersButNotADesk() {
        for (int i = 0; i < 60; i++) {
            err(1, "DZ2025-0000" + i, HOME);
            err(1, "DZ2025-1000" + i, DESK);
        }
        refused(CASE, HOME);
        codes.check(CASE, DESK);
        err(10, CASE, DESK);
        refused(CASE, DESK);
    }

    @Test
    void thatWereRightAreNeverCounted() {
        for (int i = 0; i < 1_000; i++) {
            codes.check(CASE, HOME);
        }
    }

    private void err(int times, String number, String address) {
        for (int i = 0; i < times; i++) {
            codes.check(number, address);
            codes.note(number, address);
        }
    }

    private void refused(String number, String address) {
        assertThatThrownBy(() -> codes.check(number, address)).isInstanceOf(Refusal.class).extracting("status").isEqualTo(429);
    }
}
