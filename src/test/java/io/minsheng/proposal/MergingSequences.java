package io.minsheng.proposal;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.AtOnce;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.fixture.WholeCase;

/**
 * Whatever is merged into whatever, and in whatever order it is taken out again: every case is what it was. On each database.
 */
abstract class MergingSequences {

    private static final StaffUser TRIAGE2 = new StaffUser("triage2");

    @Inject
    WholeCase wholeCase;

    /** How many cases the long sequence merges into one. */
    abstract int many();

    @Test
    void manyMergedIntoOneComeBackAsTheyWere() {
        long seed = 20241021L;
        Random random = new Random(seed);
        String main = Submission.web().caseNumber();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < many(); i++) {
            members.add(somewhere(i, random));
        }
        Map<String, Map<String, List<String>>> before = whole(members, main);

        List<String> merged = new ArrayList<>(List.of(main));
        Collections.shuffle(members, random);
        for (String member : members) {
            // mostly into the main case, some into a member of it
            String into = random.nextInt(4) > 0 ? main : merged.get(random.nextInt(merged.size()));
            assertThat(merge(TRIAGE, member, into)).as("seed %d: %s into %s", seed, member, into).isEqualTo(200);
            merged.add(member);
        }
        assertThat(tally(main)).isEqualTo(many() + 1);

        Collections.shuffle(members, random);
        for (String member : members) {
            assertThat(unmerge(member)).as("seed %d: unmerge %s", seed, member).isEqualTo(200);
        }
        whole(members, main).forEach((number, now) -> assertThat(now).as("seed %d: %s", seed, number)
                .isEqualTo(before.get(number)));
    }

    @Test
    void followsTheRulesInRandomSequences() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<String> cases = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                cases.add(somewhere(random.nextInt(5), random));
            }
            Map<String, Map<String, List<String>>> before = whole(cases, cases.get(0));
            Map<String, String> into = new HashMap<>();
            for (int step = 0; step < 25; step++) {
                String one = cases.get(random.nextInt(cases.size()));
                String other = cases.get(random.nextInt(cases.size()));
                String what = "seed %d step %d: %s, %s with %s".formatted(seed, step, one, other, into);
                if (random.nextInt(3) == 0) {
                    assertThat(unmerge(one)).as(what).isEqualTo(into.remove(one) == null ? 409 : 200);
                } else {
                    int expected = leadsTo(other, one, into) ? 422 : into.containsKey(one) ? 409 : 200;
                    assertThat(merge(TRIAGE, one, other)).as(what).isEqualTo(expected);
                    if (expected == 200) {
                        into.put(one, other);
                    }
                }
            }
            List<String> left = new ArrayList<>(into.keySet());
            Collections.shuffle(left, random);
            left.forEach(each -> assertThat(unmerge(each)).isEqualTo(200));
            long now = seed;
            whole(cases, cases.get(0)).forEach((number, after) -> assertThat(after).as("seed %d: %s", now, number)
                    .isEqualTo(before.get(number)));
        }
    }

    @Test
    void ofTwoWhoMergeAtOnceExactlyOneWins() throws Exception {
        for (int i = 0; i < 3; i++) {
            String member = Submission.web().caseNumber();
            String one = Submission.web().caseNumber();
            String other = Submission.web().caseNumber();

            assertThat(AtOnce.all(() -> merge(TRIAGE, member, one), () -> merge(TRIAGE2, member, other)))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void nobodyMergesInACircle() throws Exception {
        for (int i = 0; i < 3; i++) {
            String one = Submission.web().caseNumber();
            String other = Submission.web().caseNumber();

            List<Integer> statuses = AtOnce.all(() -> merge(TRIAGE, one, other), () -> merge(TRIAGE2, other, one));

            assertThat(statuses).containsOnlyOnce(200).allMatch(each -> List.of(200, 409, 422).contains(each));
        }
    }

    @Test
    void aTaskCompletedWhileItsCaseIsMergedEitherCountsOrIsRefused() throws Exception {
        for (int i = 0; i < 3; i++) {
            String member = Submission.web().caseNumber();
            String main = Submission.web().caseNumber();
            String task = TRIAGE.claim("TRIAGE", member);

            List<Integer> statuses = AtOnce.all(() -> merge(TRIAGE2, member, main),
                    () -> TRIAGE.complete(task, accepted()).extract().statusCode());

            assertThat(statuses).contains(200).allMatch(each -> List.of(200, 409).contains(each));
            if (statuses.get(0) == 200) {
                assertThat(unmerge(member)).isEqualTo(200);
            }
            String stage = TRIAGE.call().get("/api/v1/cases/" + member).then().extract().path("stage.code");
            assertThat(stage).isEqualTo(statuses.get(1) == 200 ? "EVALUATION" : "TRIAGE");
        }
    }

    /** A case in one of the stages from which it can be merged; claimed or not. */
    private static String somewhere(int kind, Random random) {
        Submission submission = Submission.web().titled("给社区添置健身器材 " + random.nextInt(1000))
                .reachableBy("1380000" + (1000 + random.nextInt(9000)), random.nextBoolean() ? null : "many@example.org");
        String number = submission.caseNumber();
        switch (kind % 5) {
            case 0 -> {
                // as it came
            }
            case 1 -> TRIAGE.claim("TRIAGE", number);
            case 2 -> TRIAGE.settle("TRIAGE", number,
                    Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问是哪个小区？", "workingDays", 5));
            case 3 -> {
                TRIAGE.settle("TRIAGE", number, accepted());
                if (random.nextBoolean()) {
                    new StaffUser("dept-finance").settle("EVALUATION", number,
                            Map.of("outcome", "SUBMIT", "recommendation", "ADOPT", "opinion", "资金可以保障。"));
                } else {
                    new StaffUser("dept-housing").claim("EVALUATION", number);
                }
            }
            default -> {
                String evaluated = Handling.evaluated(Submission.web());
                if (random.nextBoolean()) {
                    TRIAGE2.claim("CONCLUSION", evaluated);
                }
                return evaluated;
            }
        }
        return number;
    }

    private static Map<String, Object> accepted() {
        return Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing", "assistDepartments",
                List.of("finance"));
    }

    private Map<String, Map<String, List<String>>> whole(List<String> cases, String main) {
        Map<String, Map<String, List<String>>> whole = new HashMap<>();
        cases.forEach(each -> whole.put(each, wholeCase.of(each)));
        whole.put(main, wholeCase.of(main));
        return whole;
    }

    private static boolean leadsTo(String from, String to, Map<String, String> into) {
        for (String each = from; each != null; each = into.get(each)) {
            if (each.equals(to)) {
                return true;
            }
        }
        return false;
    }

    private static int tally(String caseNumber) {
        return TRIAGE.call().get("/api/v1/cases/" + caseNumber).then().statusCode(200).extract().path("tally.suggestions");
    }

    private static int merge(StaffUser who, String caseNumber, String into) {
        return who.call(Map.of("into", into)).post("/api/v1/cases/" + caseNumber + "/merge").statusCode();
    }

    private static int unmerge(String caseNumber) {
        return TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + caseNumber + "/unmerge").statusCode();
    }
}
