package io.minsheng.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.demo.Sample.Person;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.text.Tsv;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.Target;

/** Reads the samples and deals out goals and dates: always the same for the same file, limit and beginning. */
@Singleton
class SamplePlan {

    /** The fractions of its multiples fill the unit interval evenly, however many there are. */
    private static final double GOLDEN = 0.6180339887498949;
    private static final int WEEKS = 4;
    private static final double SPREAD = 0.35;
    private static final double RUSH = 2.2;
    private static final LocalTime FIRST = LocalTime.of(7, 30);
    private static final double WAKING = 15.0 / 24;

    private final Organisations organisations;

    SamplePlan(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * The samples in the order in which they came in.
     *
     * @param began when the loading began; all dates lie before that day
     * @param limit how many rows, evenly taken from the file
     */
    List<Sample> samples(Instant began, int limit) {
        List<Tsv.Row> rows = Tsv.resource("data/sample-proposals.tsv");
        Map<String, String> townships = organisations.townships().stream()
                .collect(Collectors.toMap(Organisation::shortName, Organisation::code));
        int count = Math.min(limit, rows.size());
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Goal goal = Goal.at(i * GOLDEN % 1);
            drawn.add(new Drawn((int) ((long) i * rows.size() / count), goal, goal.recent() + SPREAD * (i * GOLDEN * 7 % 1)));
        }
        drawn.sort(Comparator.comparingDouble(Drawn::order));
        List<Sample> samples = new ArrayList<>();
        for (int rank = 0; rank < count; rank++) {
            Drawn each = drawn.get(rank);
            samples.add(sample(each.row() + 1, rows.get(each.row()), townships, each.goal(),
                    receivedAt(began, (rank + 0.5) / count)));
        }
        return samples;
    }

    private record Drawn(int row, Goal goal, double order) {
    }

    /** Somewhere in the last four weeks, when people are awake; more and more as time goes by, as in real calls. */
    private static Instant receivedAt(Instant began, double rank) {
        double share = 1 - Math.pow(1 - rank, RUSH);
        Instant lastMidnight = Shanghai.startOf(Shanghai.date(began));
        Duration all = Duration.ofDays(7L * WEEKS);
        ZonedDateTime at = lastMidnight.minus(all).plusSeconds((long) (all.toSeconds() * share)).atZone(Shanghai.ZONE);
        return at.with(FIRST).plusSeconds((long) (at.toLocalTime().toSecondOfDay() * WAKING)).toInstant();
    }

    private static Sample sample(int number, Tsv.Row row, Map<String, String> townships, Goal goal, Instant receivedAt) {
        Wish wish = new Wish(row.get("title"), row.get("category"), row.get("content"), row.getOrNull("reason"),
                townships.get(row.get("township")), null, null, new Target(row.getOrNull("target"), null, null, null, null));
        return new Sample(number, wish, row.get("township"), Channel.valueOf(row.get("channel")),
                new Person(row.get("name"), row.getOrNull("phone"), "sample%03d@example.cn".formatted(number)), goal,
                receivedAt);
    }
}
