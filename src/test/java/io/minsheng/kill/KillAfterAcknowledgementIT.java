package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.fixture.PackagedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Whoever was told "201" finds the suggestion again, also when the server is killed the moment after. */
class KillAfterAcknowledgementIT {

    private static final int KILLS = 3;
    private static final int SUBMISSIONS_BEFORE_A_KILL = 8;
    private static final String SUBMISSION = """
            {"campaign":"DZ2025","title":"给老旧小区加装电梯","category":"HOUSING","content":"我们小区六层没有电梯，老人上下楼很困难。",
             "township":"tangxiang","consent":true,
             "proposer":{"kind":"RESIDENT","name":"测试甲","phone":"13800001234","replyWanted":true}}""";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void losesNothingOnH2(@TempDir Path folder) throws Exception {
        losesNothing(new PackagedServer(Path.of("target/quarkus-app"), folder.resolve("data"), Map.of(),
                PackagedServer.startedOften()));
    }

    @Test
    void losesNothingOnPostgres(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            losesNothing(new PackagedServer(Path.of("target/quarkus-app-postgresql"), folder.resolve("data"),
                    Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                            "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                            "MINSHENG_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])),
                    PackagedServer.startedOften()));
        }
    }

    private void losesNothing(PackagedServer server) throws Exception {
        List<JsonNode> acknowledged = new ArrayList<>();
        try (server) {
            for (int kill = 0; kill < KILLS; kill++) {
                server.start();
                for (int i = 0; i < SUBMISSIONS_BEFORE_A_KILL; i++) {
                    HttpResponse<String> answer = server.post("/api/v1/proposals", SUBMISSION, null);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                    acknowledged.add(json.readTree(answer.body()));
                }
                accept(server, acknowledged.get(acknowledged.size() - 1).get("caseNumber").asText());
                server.kill();
            }
            server.start();
            for (JsonNode receipt : acknowledged) {
                findsCaseAndTask(server, receipt.get("caseNumber").asText(), receipt.get("queryCode").asText());
            }
            assertThat(tasks(server, "EVALUATION", "", "dept-housing").get("total").asInt()).isEqualTo(KILLS);
        }
        assertThat(acknowledged).extracting(each -> each.get("caseNumber").asText()).doesNotHaveDuplicates();
    }

    private void findsCaseAndTask(PackagedServer server, String number, String code) throws Exception {
        assertThat(server.get("/api/v1/proposals/" + number + "?code=" + code, null).statusCode()).isEqualTo(200);
        int waiting = tasks(server, "TRIAGE", number, "triage").get("total").asInt()
                + tasks(server, "EVALUATION", number, "dept-housing").get("total").asInt();
        assertThat(waiting).as(number).isEqualTo(1);
    }

    /** The last thing before the kill: a case goes on to the department. */
    private void accept(PackagedServer server, String number) throws Exception {
        String task = "/api/v1/tasks/" + tasks(server, "TRIAGE", number, "triage").at("/items/0/id").asText();
        assertThat(server.post(task + "/claim", "", "triage").statusCode()).isEqualTo(200);
        assertThat(server.post(task + "/complete", """
                {"outcome":"ACCEPT","category":"HOUSING","leadDepartment":"housing","assistDepartments":[]}""", "triage")
                .statusCode()).isEqualTo(200);
    }

    private JsonNode tasks(PackagedServer server, String queue, String number, String user) throws Exception {
        return json.readTree(server.get("/api/v1/tasks?queue=" + queue + "&q=" + number, user).body());
    }
}
