package io.minsheng.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void neverRepeatsAndSortsByTime() throws InterruptedException {
        Set<String> seen = new HashSet<>();
        String before = "";
        for (int i = 0; i < 10_000; i++) {
            String id = Ids.next();
            assertThat(seen.add(id)).isTrue();
            assertThat(id).isGreaterThan(before);
            before = id;
        }
        String earlier = Ids.next();
        Thread.sleep(2);
        assertThat(Ids.next()).isGreaterThan(earlier).hasSize(26);
    }
}
