package io.minsheng.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CaseNumbersTest {

    private static final int MORE_THAN_A_BLOCK = 60;

    @Inject
    EntityManager entities;

    /** H2 has one writer: whoever waits to be the next one must not keep a number from the one who writes. */
    @Test
    void areThereForWhoeverHasWrittenWhileOthersWaitToWrite() throws Exception {
        CaseNumbers numbers = new CaseNumbers(entities);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            awaited(written);
            numbers.next("DZ2025");
        });
        long begin = System.nanoTime();
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            entities.createNativeQuery("update campaign set title = title where code = 'DZ2099'").executeUpdate();
            written.countDown();
            pause();
            assertThat(numbers.next("DZ2025")).startsWith("DZ2025-");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        other.get(10, TimeUnit.SECONDS);
    }

    @Test
    void areNeverHandedOutTwice() throws Exception {
        CaseNumbers numbers = new CaseNumbers(entities);
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<String>> taken = new ArrayList<>();
            for (int i = 0; i < 4 * MORE_THAN_A_BLOCK; i++) {
                taken.add(CompletableFuture.supplyAsync(() -> numbers.next("DZ2025"), many));
            }
            Set<String> different = new HashSet<>();
            taken.forEach(each -> different.add(each.join()));
            assertThat(different).hasSameSizeAs(taken);
        } finally {
            many.shutdown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
