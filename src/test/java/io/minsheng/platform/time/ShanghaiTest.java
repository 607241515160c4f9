package io.minsheng.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class ShanghaiTest {

    @Test
    void saysAnEndWithItsHourUnlessThatIsMidnight() {
        Instant midnight = Instant.parse("2024-10-21T16:00:00Z");
        assertThat(Shanghai.sayEnd(midnight)).isEqualTo("2024年10月21日");
        assertThat(Shanghai.sayEndHour(midnight)).isEqualTo("24:00");

        Instant midday = Instant.parse("2024-10-21T04:00:00Z");
        assertThat(Shanghai.sayEnd(midday)).isEqualTo("2024年10月21日 12:00");
        assertThat(Shanghai.sayEndHour(midday)).isEqualTo("12:00");
    }
}
