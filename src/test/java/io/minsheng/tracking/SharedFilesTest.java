package io.minsheng.tracking;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.EraseAuthor;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ReissueQueryCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@DisplayName("A file that several people's suggestions share")
class SharedFilesTest {

    private static final Actor STAFF = new Actor("triage", "", Set.of(Role.TRIAGE), null);

    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;
    @Inject
    StoredFiles files;
    @Inject
    EraseAuthor erase;
    @Inject
    ReissueQueryCode reissue;

    /** Whatever is shared with whom, and in whatever order people go. */
    @Test
    void isReadableExactlyAsLongAsACaseOfSomebodyNotErasedHoldsIt() {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            List<String> cases = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                cases.add(Submission.web().register().caseNumber());
            }
            Map<String, Set<String>> held = new HashMap<>();
            cases.forEach(each -> held.put(each, new HashSet<>()));
            Set<String> all = new HashSet<>();
            for (int i = 0; i < 4; i++) {
                String file = QuarkusTransaction.requiringNew()
                        .call(() -> files.store("a.txt", "text/plain", new ByteArrayInputStream(new byte[] { 1, 2, 3 })).id());
                all.add(file);
                List<String> theirs = cases.stream().filter(each -> random.nextBoolean()).toList();
                QuarkusTransaction.requiringNew().run(() -> theirs.forEach(each -> {
                    StoredFile stored = files.find(file).orElseThrow();
                    attachments.join(proposals.byNumber(each), files.reference(stored.id()), Attachment.Kind.ENCLOSURE, STAFF);
                    held.get(each).add(file);
                }));
            }
            Set<String> used = new HashSet<>();
            held.values().forEach(used::addAll);
            Collections.shuffle(cases, random);
            Set<String> living = new HashSet<>(cases);
            for (String gone : cases) {
                QuarkusTransaction.requiringNew().run(() -> erase.erase(proposals.byNumber(gone).author(), STAFF));
                living.remove(gone);
                Set<String> readable = new HashSet<>();
                living.forEach(each -> readable.addAll(held.get(each)));
                for (String file : used) {
                    assertThat(readable(file)).as("seed %s, file of %s", seed, held).isEqualTo(readable.contains(file));
                }
                assertThat(openTo(gone)).as("seed %s", seed).isEmpty();
                for (String each : living) {
                    assertThat(openTo(each)).as("seed %s", seed).isEqualTo(held.get(each));
                }
            }
        }
    }

    private boolean readable(String file) {
        return QuarkusTransaction.requiringNew().call(() -> !files.find(file).orElseThrow().erased());
    }

    private Set<String> openTo(String caseNumber) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<String> open = new HashSet<>();
            attachments.of(proposals.byNumber(caseNumber)).stream().map(Attachment::file).filter(each -> !each.erased())
                    .forEach(each -> open.add(each.id()));
            return open;
        });
    }

    @Test
    void andTheMailGoWithTheLastOfThem() {
        JsonPath row = uploaded("""
                您好，我们有两条建议。
                建议一：给老旧小区加装电梯
                我们小区六层没有电梯，老人上下楼很困难。
                建议二：增加201路公交班次
                早高峰要等半个小时，希望十分钟一班。
                联系电话：13800007788""");
        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        String mail = "/api/v1/mailbox/messages/" + row.getString("id");
        String first = row.getString("cases[0]");
        String second = row.getString("cases[1]");
        String original = attachment(second);

        String task = askedFor(first);
        CHIEF.call().get("/staff/tasks/person/" + task).then().statusCode(200).body(containsString("1 个文件也属于其他人的建议"));
        CHIEF.complete(task, Map.of("outcome", "GRANT")).statusCode(200);

        TRIAGE.call().get(mail).then().statusCode(200).body("cases", equalTo(List.of(second)));
        TRIAGE.call().get(mail + "/raw").then().statusCode(200);
        TRIAGE.call().get("/staff/cases/" + first).then().statusCode(200).body(not(containsString(row.getString("id"))))
                .body(containsString("也属于他们"));
        TRIAGE.call().get("/staff/cases/" + second + "/attachments/" + original).then().statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> attachments.of(proposals.byNumber(first)))).isEmpty();

        CHIEF.complete(askedFor(second), Map.of("outcome", "GRANT")).statusCode(200);

        TRIAGE.call().get(mail + "/raw").then().statusCode(404);
        TRIAGE.call().get("/staff/cases/" + second + "/attachments/" + original).then().statusCode(404);
        TRIAGE.call().get(mail).then().statusCode(404);
    }

    private String askedFor(String number) {
        String code = QuarkusTransaction.requiringNew().call(() -> reissue.reissue(number, STAFF));
        RestAssured.given().queryParam("code", code).contentType(ContentType.JSON)
                .body(Map.of("kind", "ERASE", "understood", true)).post("/api/v1/proposals/" + number + "/data-requests").then()
                .statusCode(201);
        return CHIEF.claim("REVIEW", number);
    }

    private String attachment(String number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Proposal proposal = proposals.byNumber(number);
            return attachments.of(proposal).get(0).id();
        });
    }

    private static JsonPath uploaded(String body) {
        String mail = "From: =?UTF-8?B?5byg5LiJ?= <shared-files@example.cn>\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString("大足区2025年重点民生实事建议征集".getBytes(StandardCharsets.UTF_8))
                + "?=\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + body.replace("\n", "\r\n");
        return TRIAGE.call().contentType("message/rfc822").body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/mailbox/messages").then().statusCode(201).extract().jsonPath();
    }
}
