package io.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@DisplayName("Calls in turn")
class InTurnTest {

    private static final int CALLS = 64;
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    @Inject
    Work work;
    @Inject
    Around around;

    @ApplicationScoped
    public static class Work {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @InTurn
        public void until(CountDownLatch begun, CountDownLatch mayEnd) throws InterruptedException {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            begun.countDown();
            mayEnd.await(20, TimeUnit.SECONDS);
            now.decrementAndGet();
        }

        int most() {
            return most.get();
        }

        @InTurn
        public int sum(int first, int second) {
            return first + second;
        }

        @InTurn
        public void fail() {
            throw new IllegalStateException("as asked");
        }
    }

    @ApplicationScoped
    public static class Around {

        @Inject
        Work work;

        @InTurn
        public int sum(CountDownLatch allHere, int first, int second) throws InterruptedException {
            allHere.countDown();
            allHere.await(20, TimeUnit.SECONDS);
            return work.sum(first, second);
        }
    }

    @Test
    void goOnAFewAtATime() throws Exception {
        CountDownLatch begun = new CountDownLatch(AT_ONCE);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            running.add(threads.submit(() -> {
                work.until(begun, mayEnd);
                return null;
            }));
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).as("as many as may").isTrue();
        mayEnd.countDown();
        for (Future<?> each : running) {
            each.get(20, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(work.most()).isEqualTo(AT_ONCE);
    }

    @Test
    void needNoSecondTurnWithinTheirOwn() throws Exception {
        CountDownLatch allHere = new CountDownLatch(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            running.add(threads.submit(() -> around.sum(allHere, 1, 2)));
        }
        for (Future<Integer> each : running) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isEqualTo(3);
        }
        threads.shutdown();
    }

    @Test
    void giveTheirTurnBackWhenTheyFail() {
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            assertThatThrownBy(work::fail).isInstanceOf(IllegalStateException.class);
        }
        assertThat(work.sum(2, 2)).isEqualTo(4);
    }
}
