package io.minsheng.proposal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.index.NearCases.Near;
import io.minsheng.proposal.index.NearCases.Probe;

class SentenceVectorsTest {

    private static final int DIMENSIONS = 512;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final float[] gist = direction();
    private final float[] title = direction();

    @Test
    void tellHowNearGistAndTitleAre() throws IOException {
        try (CaseIndex index = CaseIndex.open(folder)) {
            index.put(indexed("路灯", "路灯坏了", Stage.RECEIVED), SentenceVectors.of(gist, title));
            index.show();

            assertThat(near(index, gist).meaning().gist()).isCloseTo(1, within(0.001));
            assertThat(near(index, gist).meaning().title()).isCloseTo(cosine(gist, title), within(0.01));
            assertThat(near(index, title).meaning().title()).isCloseTo(1, within(0.001));
        }
    }

    @Test
    void stayAsLongAsTheWordsDo() throws IOException {
        try (CaseIndex index = CaseIndex.open(folder)) {
            index.put(indexed("路灯", "路灯坏了", Stage.RECEIVED), SentenceVectors.of(gist, title));
            index.show();
            index.put(List.of(indexed("路灯", "路灯坏了", Stage.TRIAGE)));
            index.show();
            assertThat(index.withoutVectors(1)).isEmpty();
            assertThat(near(index, title).meaning().title()).isCloseTo(1, within(0.001));

            index.put(List.of(indexed("路灯不亮", "路灯坏了", Stage.TRIAGE)));
            index.show();
            assertThat(index.withoutVectors(1)).containsExactly("1");
            assertThat(near(index, title).meaning()).isNull();
        }
    }

    private static Near near(CaseIndex index, float[] vector) {
        return index.read(searcher -> NearCases.around(searcher, new Probe("", Set.of("路灯"), false, null, null), vector))
                .cases().get(0);
    }

    private static IndexedCase indexed(String title, String content, Stage stage) {
        return new IndexedCase("1", "", new IndexedCase.Facts("1", "TRIAL", "OTHER", null, Channel.WEB, stage, stage, null,
                Instant.EPOCH, false), IndexedCase.Handling.NONE, new IndexedCase.Words(title, null, "", content, ""),
                IndexedCase.Files.NONE);
    }

    private float[] direction() {
        float[] vector = new float[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
