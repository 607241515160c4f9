package io.minsheng.intake.desk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;

/** What holds on every database: a confirmed sheet becomes cases, once. */
abstract class SheetImport {

    static final String SHEETS = "/api/v1/desk/sheets";
    static final StaffUser DESK = new StaffUser("desk-tangxiang");
    static final String HEADER = "建议事项名称,事项类别,建议内容,实施地点,建议人,联系电话,来源,收到日期,邮戳日期\n";

    @Inject
    Proposals proposals;

    /** How many rows the file has. */
    abstract int rows();

    @Test
    void importingTheSameFileTwiceChangesNothing() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String csv = HEADER + IntStream.rangeClosed(1, rows()).mapToObj(i -> row(mark, i)).collect(Collectors.joining("\n"));
        String first = uploaded(DESK, "表.csv", csv.getBytes(StandardCharsets.UTF_8)).body("ready", equalTo(rows()))
                .body("problems.size()", equalTo(0)).extract().path("id");
        assertThat(count(mark)).as("nothing is registered before somebody confirms").isZero();
        confirm(DESK, first);
        await(first);
        assertThat(count(mark)).isEqualTo(rows());
        List<String> numbers = DESK.call().queryParam("size", 200).queryParam("page", (rows() - 1) / 200)
                .get(SHEETS + "/" + first + "/rows")
                .then().statusCode(200).extract().path("items.caseNumber");
        assertThat(numbers).hasSize((rows() - 1) % 200 + 1).doesNotHaveDuplicates().doesNotContainNull();

        // the same file from another program: another encoding, other line ends, days written otherwise
        byte[] again = csv.replace("\n", "\r\n").replace("2026-01-05", "2026/1/5").getBytes(Charset.forName("GB18030"));
        String second = uploaded(DESK, "同一张表.csv", again).body("ready", equalTo(0)).body("known", equalTo(rows())).extract()
                .path("id");
        DESK.call().post(SHEETS + "/" + second + "/confirm").then().statusCode(409);
        DESK.call().queryParam("size", 200).queryParam("page", (rows() - 1) / 200).get(SHEETS + "/" + second + "/rows").then()
                .body("items.caseNumber", equalTo(numbers)).body("items[0].state", equalTo("KNOWN"));
        assertThat(count(mark)).isEqualTo(rows());
        DESK.call().queryParam("size", 1).get("/api/v1/desk/arrivals").then().statusCode(200)
                .body("items[0].cases.size()", equalTo(1)).body("total", greaterThanOrEqualTo(rows()));
        DESK.call().queryParam("envelope", mark).get("/api/v1/desk/arrivals").then().statusCode(200).body("total", equalTo(0));
    }

    static String row(String mark, int i) {
        return "第" + i + "号路灯不亮 " + mark + ",交通出行,村口第" + i + "号路灯坏了，晚上学生回家看不见路。,棠香街道第" + i + "组,测试" + i + ",1380000"
                + String.format("%04d", i) + ",信函,2026-01-05,2026-01-03";
    }

    static ValidatableResponse upload(StaffUser who, String name, byte[] content) {
        return who.call().multiPart("file", name, content, "application/octet-stream").multiPart("campaign", "DZ2025")
                .post(SHEETS).then().log().ifValidationFails();
    }

    static ValidatableResponse uploaded(StaffUser who, String name, byte[] content) {
        return upload(who, name, content).statusCode(201).body("state", equalTo("CHECKED"));
    }

    static void confirm(StaffUser who, String id) {
        who.call().post(SHEETS + "/" + id + "/confirm").then().statusCode(202);
    }

    static void await(String id) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(500)).until(
                () -> new StaffUser("triage").call().get(SHEETS + "/" + id).then().extract().<String> path("state")
                        .equals("DONE"));
    }

    long count(String mark) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.count("title like ?1", "%" + mark + "%"));
    }
}
