package io.minsheng.proposal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceModelTest {

    @TempDir
    static Path folder;
    private static SentenceModel model;

    @BeforeAll
    static void load() {
        model = new SentenceModel("on", folder);
        model.load();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\uFFFD\uFFFD", "\uE000\uE001", "\u200D", "\u0007\uFFFD\n" })
    void aTextOfSignsThatItPassesOverIsReadAsAnUnknownOne(String text) {
        assertThat(model.vector(text)).hasValueSatisfying(vector -> assertThat(vector).hasSize(512));
    }

    @Test
    void blanksHaveNoVector() {
        assertThat(model.vector(" \u3000\n")).isEmpty();
    }
}
