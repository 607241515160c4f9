package io.minsheng.triage.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.minsheng.proposal.index.NearCases.Meaning;
import io.minsheng.triage.similar.Likeness.Said;

class LikenessTest {

    private static final Said ASKED = said("翡翠湖环湖路装路灯", "晚上漆黑一片，跑步的人害怕，老人摔过跤。");
    private static final Said SAME = said("翡翠湖环湖路装路灯", "晚上漆黑一片，跑步的人害怕，老人摔过跤。");
    private static final Said ABOUT_THE_SAME = said("翡翠湖环湖路太黑", "晚上漆黑一片，跑步的人害怕，请装路灯。");
    private static final Said OTHER = said("小区加装电梯", "六楼的老人下不了楼，请给小区加装电梯。");
    private static final Meaning OF_TWINS = new Meaning(0.95, 0.85);
    private static final Meaning BETWEEN = new Meaning(0.75, 0.6);
    private static final Meaning OF_STRANGERS = new Meaning(0.45, 0.3);

    /** While vectors are still being added, some cases have one and others do not. */
    @Test
    void isOneScaleWhetherMeaningsAreKnownOrNot() {
        for (Said each : new Said[] { SAME, ABOUT_THE_SAME, OTHER }) {
            assertThat(score(each, null)).isBetween(score(each, OF_STRANGERS), score(each, OF_TWINS));
        }
        assertThat(score(SAME, null)).isLessThanOrEqualTo(1.06);
        assertThat(score(SAME, BETWEEN)).isGreaterThan(score(ABOUT_THE_SAME, null));
        assertThat(score(ABOUT_THE_SAME, OF_TWINS)).isGreaterThan(score(OTHER, null));
        assertThat(score(OTHER, null)).isLessThan(Likeness.THRESHOLD);
        assertThat(score(ABOUT_THE_SAME, null)).isGreaterThan(Likeness.THRESHOLD);
    }

    @Test
    void believesTheTitleMoreThanASentenceTakenOver() {
        Said copied = said("小区加装电梯", "六楼的老人下不了楼。晚上漆黑一片，跑步的人害怕，老人摔过跤。");
        Said asked = said("反映一个民生问题", "晚上漆黑一片，跑步的人害怕，老人摔过跤。");

        assertThat(Likeness.of(asked, SAME, weights(asked), new Meaning(0.75, 0.6)))
                .isGreaterThan(Likeness.of(asked, copied, weights(asked), new Meaning(0.75, 0.4)));
    }

    @Test
    void asksByTheTitleAloneWhereTheContentSaysNothing() {
        Said asked = said("翡翠湖环湖路装路灯", "如题");

        assertThat(Likeness.of(asked, SAME, weights(asked), null)).isGreaterThan(Likeness.THRESHOLD);
    }

    @Test
    void countsAnotherPlaceAgainstIt() {
        Said here = Said.of("装路灯", "请装路灯。", Set.of("longshui"));
        Said there = Said.of("装路灯", "请装路灯。", Set.of("zhifeng"));

        assertThat(Likeness.of(here, there, weights(here), OF_TWINS))
                .isLessThan(Likeness.of(here, here, weights(here), OF_TWINS) - 0.2);
    }

    private static double score(Said other, Meaning meaning) {
        return Likeness.of(ASKED, other, weights(ASKED), meaning);
    }

    private static Map<String, Double> weights(Said asked) {
        return asked.all().stream().collect(Collectors.toMap(gram -> gram, gram -> 1.0));
    }

    private static Said said(String title, String content) {
        return Said.of(title, content, Set.of());
    }
}
