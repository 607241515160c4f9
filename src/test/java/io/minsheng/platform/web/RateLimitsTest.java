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

class RateLimitsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-10-08T02:00:00Z"));
    private final RateLimits limits = new RateLimits("on", now::get);

    @Test
    void refusesTheCallTooManyAndSaysHowLongToWait() {
        count(3);
        now.set(now.get().plusSeconds(20));

        assertThatThrownBy(() -> count(1)).asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        });
    }

    @Test
    void beginsAnewWithTheNextWindow() {
        count(3);
        now.set(now.get().plusSeconds(60));
        count(3);
    }

    @Test
    void countsEachAddressForItself() {
        count(3);
        limits.count("submit", "10.0.0.2", 3, Duration.ofMinutes(1));
    }

    @Test
    void canBeSwitchedOff() {
        RateLimits off = new RateLimits("off", now::get);
        for (int i = 0; i < 100; i++) {
            off.count("submit", "10.0.0.1", 3, Duration.ofMinutes(1));
        }
    }

    @Test
    void believesForwardedAddressesOfOurOwnProxiesOnly() {
        ClientAddress addresses = new ClientAddress(Optional.of(List.of("10.0.0.9", "10.0.0.8")));

        assertThat(addresses.of("203.0.113.5", List.of("1.2.3.4"))).isEqualTo("203.0.113.5");
        assertThat(addresses.of("10.0.0.9", List.of("1.2.3.4, 203.0.113.5, 10.0.0.8"))).isEqualTo("203.0.113.5");
        assertThat(addresses.of("10.0.0.9", List.of())).isEqualTo("10.0.0.9");
    }

    @Test
    void takesAllAddressesOfOneIpv6NetworkForOne() {
        ClientAddress addresses = new ClientAddress(Optional.of(List.of("10.0.0.9")));

        String one = addresses.of("2001:db8:1:2::5", List.of());
        assertThat(addresses.of("2001:db8:1:2:ffff:1:2:3%eth0", List.of())).isEqualTo(one);
        assertThat(addresses.of("10.0.0.9", List.of("2001:db8:1:2::7"))).isEqualTo(one);
        assertThat(addresses.of("2001:db8:1:3::5", List.of())).isNotEqualTo(one);
        assertThat(addresses.of("::ffff:203.0.113.5", List.of())).isEqualTo("203.0.113.5");
        assertThat(addresses.of("10.0.0.9", List.of("no::address::at:all"))).isEqualTo("no::address::at:all");
        assertThat(new TrustedDesks(Optional.of(List.of("2001:db8:1:2::9"))).limit(3, one)).isEqualTo(30);
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            limits.count("submit", "10.0.0.1", 3, Duration.ofMinutes(1));
        }
    }
}
