package io.minsheng.proposal.index;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.index.CaseQuery.Reader;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FacetCountsTest {

    private static final Reader OFFICE = new Reader(true, null, List.of(), true);

    @Inject
    KeepIndex keep;
    @Inject
    SearchCases search;

    private static CaseQuery query(String words, String... facts) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            wanted.put(facts[i], facts[i + 1]);
        }
        return new CaseQuery(words, wanted, OFFICE);
    }

    private Map<String, Map<String, Long>> facets(CaseQuery query) {
        search.settle();
        return search.facets(query).orElseThrow();
    }

    private SearchCases in(Duration time) {
        return new SearchCases(keep, InstantSource.fixed(Instant.now().plus(time)));
    }

    @Test
    void countsWhatIsFoundByEverythingThatCanBeFilteredBy() {
        Submission.web().at("longshui").titled("给孔雀石路装路灯").caseNumber();
        Submission.letter().at("longshui").titled("孔雀石路的路灯不亮").caseNumber();
        String assigned = Submission.web().at("tangxiang").titled("孔雀石路口建人行道").caseNumber();
        TRIAGE.settle("TRIAGE", assigned, Map.of("outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                "assistDepartments", List.of("finance")));

        Map<String, Map<String, Long>> all = facets(query("孔雀石"));

        assertThat(all.get("township")).containsExactly(Map.entry("longshui", 2L), Map.entry("tangxiang", 1L));
        assertThat(all.get("channel")).containsExactly(Map.entry("WEB", 2L), Map.entry("LETTER", 1L));
        assertThat(all.get("category")).containsExactly(Map.entry("HOUSING", 2L), Map.entry("EDUCATION", 1L));
        assertThat(all.get("stage")).containsExactly(Map.entry("RECEIVED", 2L), Map.entry("EVALUATION", 1L));
        assertThat(all.get("department")).isEqualTo(Map.of("education", 1L, "finance", 1L));
        assertThat(all.get("month")).containsExactly(
                Map.entry(Shanghai.date(Instant.now()).toString().substring(0, 7), 3L));
        assertThat(all.get("light")).isEqualTo(Map.of("GREEN", 3L));

        Map<String, Map<String, Long>> some = facets(query("孔雀石", "township", "longshui", "light", "GREEN"));
        assertThat(some.get("township")).as("as if it were not filtered").isEqualTo(Map.of("longshui", 2L, "tangxiang", 1L));
        assertThat(some.get("stage")).isEqualTo(Map.of("RECEIVED", 2L));
        assertThat(some.get("department")).isEmpty();
        assertThat(facets(query(null)).get("township").get("longshui")).isGreaterThanOrEqualTo(2L);
        assertThat(
                search.facets(new CaseQuery("孔雀石", Map.of(), new Reader(false, null, List.of(assigned), false))).orElseThrow()
                        .get("township"))
                .as("nothing of what the reader may not see").isEqualTo(Map.of("tangxiang", 1L));
    }

    @Test
    void lightsChangeWithTime() {
        String number = Submission.web().titled("绿松石巷装扶手").caseNumber();
        Submission.web().titled("绿松石巷装长椅").caseNumber();
        TRIAGE.call().body(Map.of("urgent", true, "reason", "有人摔伤")).contentType("application/json")
                .post("/api/v1/cases/" + number + "/urgent").then().statusCode(200);

        assertThat(facets(query("绿松石巷")).get("light")).isEqualTo(Map.of("RED", 1L, "GREEN", 1L));
        assertThat(in(Duration.ofDays(60)).facets(query("绿松石巷")).orElseThrow().get("light")).isEqualTo(Map.of("RED", 2L));
        assertThat(search.page(query("绿松石巷", "light", "RED"), Paging.of(0, 20, null, Map.of("receivedAt", "receivedAt"),
                "receivedAt,desc")).orElseThrow().numbers()).containsExactly(number);
    }
}
