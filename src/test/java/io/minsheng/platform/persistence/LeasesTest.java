package io.minsheng.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LeasesTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Leases leases;
    @Inject
    Settings settings;

    @Test
    void areHeldByOneNodeUntilReleased() {
        assertThat(leases.tryAcquire("one", "a", LONG)).isTrue();
        assertThat(leases.tryAcquire("one", "b", LONG)).isFalse();
        assertThat(leases.tryAcquire("one", "a", LONG)).isTrue();

        leases.release("one", "b");
        assertThat(leases.tryAcquire("one", "b", LONG)).isFalse();
        leases.release("one", "a");
        assertThat(leases.tryAcquire("one", "b", LONG)).isTrue();
    }

    @Test
    void runOut() throws InterruptedException {
        assertThat(leases.tryAcquire("short", "a", Duration.ofMillis(50))).isTrue();
        Thread.sleep(120);
        assertThat(leases.tryAcquire("short", "b", LONG)).isTrue();
        assertThat(leases.tryAcquire("short", "a", LONG)).isFalse();
    }

    @Test
    void goToExactlyOneOfMany() throws Exception {
        List<Callable<Boolean>> tries = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) () -> leases.tryAcquire("race", "node" + i, LONG)).toList();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        int won = 0;
        for (Future<Boolean> result : nodes.invokeAll(tries)) {
            won += result.get() ? 1 : 0;
        }
        nodes.shutdown();

        assertThat(won).isEqualTo(1);
    }

    @Test
    void settingsKeepTheFirstValue() {
        assertThat(settings.putIfAbsent("test-first", "a")).isTrue();
        assertThat(settings.putIfAbsent("test-first", "b")).isFalse();
        assertThat(settings.get("test-first")).contains("a");
    }
}
