package io.minsheng.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.platform.error.Violation;

class DueTextTest {

    private final List<Violation> violations = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = { "2025-12-31", "2025年12月31日", "2025 年 12 月 31 日", " 2025年12月31 " })
    void readsADateAsPeopleWriteIt(String typed) {
        assertThat(DueText.read(typed, "due", violations)).isEqualTo("2025-12-31");
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2025年2月30日", "年底前", "2025-13-01", "x", "+999999999-01-01", "0025-12-31" })
    void namesTheFieldOfWhatIsNoDate(String typed) {
        assertThat(DueText.read(typed, "due", violations)).isNull();
        assertThat(violations).extracting(Violation::field).containsExactly("due");
    }

    @Test
    void takesWhatGoesOnAndNothing() {
        assertThat(DueText.read("持续推进", "due", violations)).isEqualTo("持续推进");
        assertThat(DueText.read(" ", "due", violations)).isNull();
        assertThat(violations).isEmpty();
    }
}
