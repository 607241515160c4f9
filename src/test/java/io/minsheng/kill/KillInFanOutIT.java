package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.fixture.ManyCases;
import io.minsheng.fixture.PackagedServer;

/** A decision reaches every case of its list, once, also when the server is killed while the cases are being told. */
class KillInFanOutIT {

    private static final int CASES = 120;
    private static final int SOME = 5;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void tellsTheRestAfterTheNextStart(@TempDir Path folder) throws Exception {
        try (PackagedServer server = new PackagedServer(Path.of("target/quarkus-app"), folder.resolve("data"),
                Map.of("MINSHENG_SIMILARITY_MODEL", "off"), PackagedServer.startedOften())) {
            server.start();
            ManyCases cases = new ManyCases(server);
            cases.submit(CASES);
            String list = cases.shortlist(1);
            cases.freeze(list);
            cases.awaitTold(list);
            cases.decide(list, "NOT_ADOPTED");
            int told = cases.told(list);
            while (told < SOME) {
                told = cases.told(list);
            }
            server.kill();
            assertThat(told).as("told before the kill").isLessThan(CASES);

            server.start();
            cases.awaitTold(list);
            JsonNode answers = cases.tasks("ANSWER", "triage");
            assertThat(answers.get("total").asInt()).as("each case has one answer to be drafted").isEqualTo(CASES);
            assertThat(answers.get("items")).extracting(each -> each.get("caseNumber").asText()).doesNotHaveDuplicates();
            assertThat(ended(server).get("total").asInt()).isEqualTo(CASES);
            String number = answers.at("/items/0/caseNumber").asText();
            assertThat(json.readTree(server.get("/api/v1/cases/" + number, "triage").body()).get("timeline"))
                    .filteredOn(each -> each.get("stage").asText().equals("NOT_ADOPTED")).hasSize(1);
        }
    }

    private JsonNode ended(PackagedServer server) throws Exception {
        return json.readTree(server.get("/api/v1/cases?stage=NOT_ADOPTED&size=1", "triage").body());
    }
}
