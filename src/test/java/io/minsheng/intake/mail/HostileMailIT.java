package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.fixture.PackagedServer;
import io.minsheng.fixture.ScriptedImap;
import io.minsheng.fixture.ZipBomb;

/**
 * Mails that are made to take all memory, on the packaged server with 512 MB of it: each is stored and decided, the next one
 * goes on. Running out of memory anywhere ends the process, and with it the test.
 */
class HostileMailIT {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1 << 20;
    private static final Random RANDOM = new Random(7);

    @Test
    void storesEachWithinHalfAGigabyteAndGoesOn(@TempDir Path folder) throws Exception {
        byte[] tooLarge = large("sixty", 60);
        try (ScriptedImap mailbox = ScriptedImap.plain();
                PackagedServer server = new PackagedServer(Path.of("target/quarkus-app"), folder.resolve("data"),
                        settings(mailbox), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError")) {
            mailbox.deliver(tooLarge);
            for (int i = 0; i < 2; i++) {
                mailbox.deliver(large("large" + i, 45));
            }
            mailbox.deliver(nested("deep", "multipart/mixed", 1000));
            mailbox.deliver(nested("forwarded", "message/rfc822", 1000));
            mailbox.deliver(wide());
            mailbox.deliver(packed());
            mailbox.deliver(head("next", "text/plain; charset=utf-8", "我们小区六层没有电梯，老人上下楼很困难。").getBytes(UTF_8));
            server.start();

            Map<String, JsonNode> rows = new HashMap<>();
            Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(300)).until(() -> {
                assertThat(server.alive()).as("out of memory: %s", tail(folder)).isTrue();
                rows.putAll(rows(server));
                return rows.size() == 8 && rows.values().stream()
                        .noneMatch(each -> each.at("/state").asText().matches("NEW|FAILED"));
            });

            assertThat(states(rows, "sixty", "deep", "forwarded", "wide", "packed")).containsOnly("REVIEW");
            assertThat(states(rows, "large0", "large1", "next")).containsOnly("CASE");
            assertThat(rows.get("sixty").at("/reason").asText()).contains("50 MB");
            assertThat(rows.get("deep").at("/reason").asText()).contains("30 层");
            assertThat(rows.get("forwarded").at("/reason").asText()).contains("30 层");
            assertThat(rows.get("wide").at("/reason").asText()).contains("1000 个部分");
            assertThat(rows.get("packed").at("/reason").asText()).contains("没有打开");
            assertThat(rows.get("sixty").at("/size").asInt()).isEqualTo(tooLarge.length);
            for (JsonNode each : rows.values()) {
                String page = "/staff/mailbox/" + each.at("/id").asText();
                assertThat(server.get(page, "triage").statusCode()).as(page).isEqualTo(200);
            }
            String raw = "/api/v1/mailbox/messages/" + rows.get("sixty").at("/id").asText() + "/raw";
            assertThat(server.get(raw, "triage").body().getBytes(UTF_8).length).isEqualTo(tooLarge.length);
            assertThat(JSON.readTree(server.post("/api/v1/mailbox/messages", tooLarge, "message/rfc822", "triage").body())
                    .at("/state").asText()).isEqualTo("DUPLICATE");
            assertThat(server.alive()).isTrue();
        }
    }

    private static Map<String, String> settings(ScriptedImap mailbox) {
        return Map.of("MINSHENG_MAILBOX_ENABLED", "true", "MINSHENG_MAILBOX_HOST", "127.0.0.1", "MINSHENG_MAILBOX_PORT",
                String.valueOf(mailbox.port()), "MINSHENG_MAILBOX_SECURITY", "none", "MINSHENG_MAILBOX_USERNAME",
                "minsheng@example.cn", "MINSHENG_MAILBOX_PASSWORD", ScriptedImap.PASSWORD, "MINSHENG_MAILBOX_POLL_INTERVAL",
                "PT5S", "MINSHENG_MAILBOX_LOOK_INTERVAL", "1s", "MINSHENG_MAILBOX_PROCESS_INTERVAL", "1s",
                "QUARKUS_MAILER_MOCK", "true");
    }

    /** The rows by the word that stands behind the phrase in their subject. */
    private static Map<String, JsonNode> rows(PackagedServer server) throws IOException, InterruptedException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode each : JSON.readTree(server.get("/api/v1/mailbox/messages?size=50", "triage").body()).at("/items")) {
            String subject = each.at("/subject").asText();
            rows.put(subject.isEmpty() ? each.at("/uid").asText() : subject.substring(subject.indexOf(' ') + 1), each);
        }
        rows.keySet().removeIf(each -> each.matches("\\d+"));
        return rows;
    }

    private static List<String> states(Map<String, JsonNode> rows, String... names) {
        return Arrays.stream(names).map(each -> rows.get(each).at("/state").asText()).toList();
    }

    private static String tail(Path folder) {
        try {
            String log = Files.readString(folder.resolve("data.log"));
            return log.substring(Math.max(0, log.length() - 3000));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String head(String name, String type, String body) {
        return "From: <" + name + "@example.org>\r\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString((PHRASE + " " + name).getBytes(UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: "
                + type + "\r\n\r\n" + body;
    }

    /** A suggestion with a film of so many megabytes. */
    private static byte[] large(String name, int megabytes) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream(megabytes * MEGABYTE + 10_000);
        mail.writeBytes(head(name, "multipart/mixed; boundary=b",
                "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n我们小区六层没有电梯，老人上下楼很困难。\r\n--b\r\nContent-Type: video/mp4; name=a.mp4\r\n"
                        + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.mp4\r\n\r\n")
                .getBytes(UTF_8));
        byte[] some = new byte[57 * 1000];
        RANDOM.nextBytes(some);
        byte[] lines = Base64.getMimeEncoder().encode(some);
        while (mail.size() + lines.length < megabytes * MEGABYTE) {
            mail.writeBytes(lines);
            mail.writeBytes("\r\n".getBytes(US_ASCII));
        }
        mail.writeBytes("\r\n--b--\r\n".getBytes(US_ASCII));
        return mail.toByteArray();
    }

    private static byte[] nested(String name, String type, int levels) {
        StringBuilder deep = new StringBuilder(head(name, "multipart/mixed; boundary=b", "--b\r\n"));
        for (int i = 0; i < levels; i++) {
            deep.append(type.startsWith("multipart")
                    ? "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n"
                    : "Content-Type: message/rfc822\r\n\r\nSubject: " + i + "\r\n");
        }
        return deep.append("\r\ntief").toString().getBytes(UTF_8);
    }

    private static byte[] wide() {
        return head("wide", "multipart/mixed; boundary=b", "--b\r\n\r\n\r\n".repeat(300_000) + "--b--\r\n").getBytes(UTF_8);
    }

    private static byte[] packed() throws IOException {
        return head("packed", "multipart/mixed; boundary=b",
                "--b\r\nContent-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(ZipBomb.of("word/document.xml")) + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }
}
