package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.fixture.PackagedServer;

/** Every row of a confirmed spreadsheet becomes a case, once, though the server is killed in the middle of it. */
class KillWhileASheetIsRegisteredIT {

    private static final int ROWS = 200;
    private static final int KILLS = 2;
    private static final String SHEETS = "/api/v1/desk/sheets";
    private static final String USER = "desk-tangxiang";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void goesOnAndDoublesNothing(@TempDir Path folder) throws Exception {
        try (PackagedServer server = new PackagedServer(Path.of("target/quarkus-app"), folder.resolve("data"),
                Map.of("MINSHENG_DESK_SHEET_INTERVAL", "2s", "MINSHENG_SIMILARITY_MODEL", "off"),
                PackagedServer.startedOften())) {
            server.start();
            String id = uploaded(server).get("id").asText();
            assertThat(server.post(SHEETS + "/" + id + "/confirm", "", USER).statusCode()).isEqualTo(202);
            for (int kill = 1; kill <= KILLS; kill++) {
                await(server, id, kill * ROWS / (KILLS + 1));
                server.kill();
                server.start();
            }
            await(server, id, ROWS);

            Set<String> numbers = new HashSet<>();
            json(server, SHEETS + "/" + id + "/rows?size=" + ROWS).get("items")
                    .forEach(each -> numbers.add(each.get("caseNumber").asText()));
            assertThat(numbers).hasSize(ROWS);
            assertThat(json(server, "/api/v1/desk/arrivals?size=1").get("total").asInt()).isEqualTo(ROWS);
            assertThat(uploaded(server).get("known").asInt()).isEqualTo(ROWS);
        }
    }

    private void await(PackagedServer server, String id, int registered) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (json(server, SHEETS + "/" + id).get("registered").asInt() < registered) {
            assertThat(System.nanoTime()).as("registered in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private JsonNode uploaded(PackagedServer server) throws Exception {
        String csv = "建议事项名称,事项类别,建议内容,联系电话,来源,收到日期\n" + IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "第" + i + "号路灯不亮,交通出行,村口第" + i + "号路灯坏了，晚上看不见路。,13800001234,信函,2026-01-05")
                .collect(Collectors.joining("\n"));
        return json.readTree(
                server.upload(SHEETS, Map.of("campaign", "DZ2025"), "rows.csv", csv.getBytes(StandardCharsets.UTF_8), USER)
                        .body());
    }

    private JsonNode json(PackagedServer server, String path) throws Exception {
        return json.readTree(server.get(path, USER).body());
    }
}
