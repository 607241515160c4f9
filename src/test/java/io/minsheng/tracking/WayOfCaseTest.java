package io.minsheng.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.minsheng.proposal.Stage;
import io.minsheng.tracking.WayOfCase.Place;
import io.minsheng.tracking.WayOfCase.Position;

class WayOfCaseTest {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void isInExactlyOnePlace(Stage stage) {
        List<Place> way = WayOfCase.drawn(stage, EnumSet.of(Stage.RECEIVED, Stage.TRIAGE));
        assertThat(way).filteredOn(each -> each.position() == Position.HERE).singleElement()
                .extracting(Place::label).isEqualTo(stage.label());
    }

    @Test
    void endsWhereTheCaseEndedWithoutPlacesItNeverSaw() {
        assertThat(WayOfCase.drawn(Stage.REFERRED, EnumSet.of(Stage.RECEIVED, Stage.TRIAGE, Stage.REFERRED)))
                .extracting(Place::label).containsExactly("已收到", "分类整理", "转办");
    }
}
