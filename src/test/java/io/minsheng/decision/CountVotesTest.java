package io.minsheng.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.minsheng.decision.ListVote.Sum;
import io.minsheng.decision.VoteRule.Terms;

class CountVotesTest {

    private static final Terms TWO_SEATS = new Terms(VoteMode.CHOOSE, 3, 2, 50);

    @Test
    void seatsGoToThoseWithMostPointsAmongThoseNamedByEnoughBallots() {
        CountVotes count = CountVotes.of(TWO_SEATS, 10, List.of(sum("a", 9), sum("b", 6), sum("c", 5), sum("d", 4)));
        assertThat(count.elected()).containsExactlyInAnyOrder("a", "b");
        assertThat(count.tied()).isEmpty();
    }

    @Test
    void fewerThanTheSeatsMayBeElected() {
        assertThat(CountVotes.of(TWO_SEATS, 10, List.of(sum("a", 5), sum("b", 4))).elected()).containsExactly("a");
        assertThat(CountVotes.of(new Terms(VoteMode.CHOOSE, 3, 2, 0), 10, List.of(sum("a", 0))).elected()).isEmpty();
    }

    @Test
    void aTieAtTheLastSeatIsLeftToTheOffice() {
        CountVotes count = CountVotes.of(TWO_SEATS, 10, List.of(sum("a", 9), sum("b", 6), sum("c", 6), sum("d", 6)));
        assertThat(count.elected()).containsExactly("a");
        assertThat(count.tied()).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(count.open()).isEqualTo(1);
    }

    @Test
    void aTieAboveTheLastSeatIsNone() {
        CountVotes count = CountVotes.of(TWO_SEATS, 10, List.of(sum("a", 8), sum("b", 8), sum("c", 6)));
        assertThat(count.elected()).containsExactlyInAnyOrder("a", "b");
        assertThat(count.tied()).isEmpty();
    }

    private static Sum sum(String item, int ballots) {
        return new Sum(item, ballots, ballots, false);
    }
}
