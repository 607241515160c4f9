package io.minsheng.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type off a receipt. */
class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(strings = { "DZ2025-000123-7", " dz2025-000123-7 ", "ＤＺ２０２５－０００１２３－７", "DZ2025—000123—7", "DZ2025 000123 7",
            "dz20250001237", "DZ2025-0001237", "DZ2025000123-7" })
    void numbersAreKnownHoweverTheyAreGrouped(String typed) {
        assertThat(TypedCode.plain(typed)).isEqualTo("DZ2025-000123-7");
    }

    @Test
    void whatIsNoNumberStaysAsItIs() {
        assertThat(TypedCode.plain("23 45 67 89")).isEqualTo("23456789");
        assertThat(TypedCode.plain("abcd2345")).isEqualTo("ABCD2345");
        assertThat(TypedCode.plain("DZ2025-00012-7")).isEqualTo("DZ2025-00012-7");
        assertThat(TypedCode.plain(null)).isEmpty();
    }
}
