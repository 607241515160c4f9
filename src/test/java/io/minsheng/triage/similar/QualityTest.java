package io.minsheng.triage.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** With the sentence model, on some of the samples that come along; the whole trial is the quality command. */
class QualityTest {

    @Test
    void findsTheOriginalOfRephrasedSuggestionsBeforeNearMisses() throws Exception {
        Quality.Count both = new Quality().measure(Map.of("--limit", "60", "--strangers", "60")).get("两者");

        assertThat(both.found / (double) both.asked).isGreaterThanOrEqualTo(0.965);
        assertThat(both.missesBelow / (double) both.misses).isGreaterThanOrEqualTo(0.95);
    }
}
