package io.minsheng.publication;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.told;
import static io.minsheng.fixture.LeakyFiles.hiddenSheet;
import static io.minsheng.fixture.LeakyFiles.xlsx;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.minsheng.decision.CandidateLists;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.StoredFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RedactionTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String LEAK = "住在河边的王大妈";
    private static final StaffUser CHIEF2 = new StaffUser("chief2");

    @Inject
    EntityManager entities;
    @Inject
    CandidateLists lists;
    @Inject
    Publications publications;
    @Inject
    Annexes annexes;
    @Inject
    ReadAnnex readAnnex;

    /** Published with words, a row and a file that tell too much; corrected since unless said otherwise. */
    private final class Leaked {

        final String list;
        final String old;
        final String annex;
        final String project;

        Leaked(boolean corrected) {
            String number = shortlisted(Submission.web());
            list = frozen(number);
            decided(list, Map.of(number, Map.of("result", "ADOPTED")));
            String draft = claimOn(TRIAGE, "PUBLICATION", list);
            annex = TRIAGE.call().multiPart("file", "plan of somebody.xlsx", xlsx(hiddenSheet("王大妈家")))
                    .post(of("publication/annexes"))
                    .then().statusCode(201).extract().path("id");
            TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text",
                    "感谢" + LEAK + "。经研究决定，现予以公布。再次感谢" + LEAK + "。")).statusCode(200);
            CHIEF.complete(claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(202);
            told(list);
            old = given().get("/api/v1/publications/DZ2025").then().extract()
                    .path("lists.find { it.list == '" + list + "' }.id");
            project = given().get("/api/v1/publications/DZ2025/versions/" + old).then().extract().path("projects[0].id");
            if (corrected) {
                correct();
            }
        }

        String of(String what) {
            return "/api/v1/lists/" + list + "/" + what;
        }

        void correct() {
            String task = TRIAGE.call().post(of("publication/corrections")).then().statusCode(201).extract().path("task");
            TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
            TRIAGE.call().delete(of("publication/annexes/" + annex)).then().statusCode(204);
            TRIAGE.complete(task, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text", "经研究决定，现予以公布。", "correction",
                    "删去不应公开的内容。")).statusCode(200);
            CHIEF.complete(claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(202);
        }

        void isWrittenAgain() {
            String task = TRIAGE.call().post(of("publication/corrections")).then().statusCode(201).extract().path("task");
            TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
            TRIAGE.complete(task, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text",
                    "现予以公布，感谢" + LEAK + "。", "correction", "补上感谢的话。")).statusCode(200);
        }

        Map<String, Object> wanted() {
            return new HashMap<>(Map.of("version", old, "reason", "误公开了个人信息", "passages", List.of(LEAK), "fields",
                    List.of(Map.of("place", "ROW_TARGET", "project", project)), "annexes", List.of(annex)));
        }
    }

    @Test
    void takesWordsFieldsAndFilesOutOfAnOlderVersionForGood() {
        Leaked leaked = new Leaked(true);
        String version = "/api/v1/publications/DZ2025/versions/" + leaked.old;
        given().get(version).then().body("text", containsString(LEAK)).body("annexes[0].name", containsString("somebody"));
        given().get("/published/DZ2025/annexes/" + leaked.annex).then().statusCode(200);
        TRIAGE.call(leaked.wanted()).post(leaked.of("redactions/preview")).then().statusCode(200).body("$", hasSize(3))
                .body("[0].before", containsString(LEAK)).body("[0].after", not(containsString("王大妈")));
        new StaffUser("leader").call().get(leaked.of("redactions")).then().statusCode(403);
        new StaffUser("leader").call(leaked.wanted()).post(leaked.of("redactions")).then().statusCode(403);

        String task = CHIEF.call(leaked.wanted()).post(leaked.of("redactions")).then().statusCode(201).extract().path("task");

        given().get(version).then().body("text", containsString(LEAK));
        CHIEF.call(leaked.wanted()).post(leaked.of("redactions")).then().statusCode(409);
        CHIEF.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        CHIEF.complete(task, Map.of("outcome", "REDACT")).statusCode(403);
        CHIEF.call().post("/api/v1/tasks/" + task + "/release").then().statusCode(200);
        CHIEF2.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        CHIEF2.call().get("/staff/tasks/publication/" + task).then().statusCode(404);
        CHIEF2.call().get("/staff/tasks/redact/" + task).then().statusCode(200).body(containsString("不能恢复"))
                .body(containsString("永久遮盖"));
        CHIEF2.complete(task, Map.of("outcome", "REDACT")).statusCode(200);

        given().get(version).then().statusCode(200)
                .body("text", equalTo("感谢【已遮盖个人信息】。经研究决定，现予以公布。再次感谢【已遮盖个人信息】。"))
                .body("projects[0].target", equalTo("【已遮盖个人信息】"))
                .body("annexes[0].name", equalTo("已遮盖个人信息的附件")).body("annexes[0].path", nullValue())
                .body("annexes[0].sha256", nullValue())
                .body("versions.find { it.id == '" + leaked.old + "' }.blackedOut[0].reason", equalTo("误公开了个人信息"))
                .body("versions.find { it.version == 2 }.blackedOut", hasSize(0));
        assertThat(given().get(version + ".csv").then().statusCode(200).extract().asString()).contains("【已遮盖个人信息】")
                .doesNotContain("加装电梯 20 部");
        given().get("/published/DZ2025/annexes/" + leaked.annex).then().statusCode(404);
        TRIAGE.call().get("/staff/lists/" + leaked.list + "/annexes/" + leaked.annex).then().statusCode(404);
        given().get("/published/DZ2025/versions/" + leaked.old).then().statusCode(200).body(not(containsString("王大妈")))
                .body(containsString("误公开了个人信息")).body(not(containsString("somebody")));
        given().get("/published/DZ2025").then().statusCode(200).body(containsString("已遮盖个人信息：误公开了个人信息"))
                .body(containsString("加装电梯 20 部"));
        TRIAGE.call().get(leaked.of("redactions")).then().body("[0].state", equalTo("DONE")).body("[0].passages", is(3))
                .body("[0].annexes", is(1));
        new StaffUser("auditor").call().get("/api/v1/audit?size=200").then().statusCode(200).body("items.action",
                hasItem("REDACTION_DONE"));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(words("select text from publication where list_id = :list", leaked.list))
                    .noneMatch(each -> each.contains("王大妈"));
            assertThat(words("select detail from audit_entry where subject_id = :list", leaked.list))
                    .noneMatch(each -> each.contains("王大妈"));
            assertThat(entities.createNativeQuery("select count(*) from file_piece p where p.file_id ="
                    + " (select file_id from publication_annex where id = :id)").setParameter("id", leaked.annex)
                    .getSingleResult()).isEqualTo(0L);
        });
    }

    private List<String> words(String query, String list) {
        return entities.createNativeQuery(query, String.class).setParameter("list", list).getResultList();
    }

    /** Somebody writes it again, or quotes it, while the second person has not judged yet. */
    @Test
    void takesItOutOfWhatWasWrittenSinceAsWell() {
        Leaked leaked = new Leaked(true);
        Map<String, Object> wanted = leaked.wanted();
        wanted.put("annexes", List.of());
        String redact = TRIAGE.call(wanted).post(leaked.of("redactions")).then().statusCode(201).extract().path("task");
        leaked.isWrittenAgain();
        CHIEF.complete(claimedRelease(leaked.list), Map.of("outcome", "RETURN", "reason",
                "不能再写" + LEAK + "。")).statusCode(200);
        CHIEF.call().post("/api/v1/tasks/" + redact + "/claim").then().statusCode(200);
        CHIEF.call().get("/staff/tasks/redact/" + redact).then().statusCode(200).body(containsString("未公布的第 3 稿，退回原因"));

        CHIEF.complete(redact, Map.of("outcome", "REDACT")).statusCode(200);

        QuarkusTransaction.requiringNew().run(() -> {
            for (String column : List.of("text", "returned_reason")) {
                assertThat(words("select " + column + " from publication where " + column + " is not null and list_id = :list",
                        leaked.list)).isNotEmpty().noneMatch(each -> each.contains("王大妈"));
            }
            assertThat(words("select title from publication where list_id = :list", leaked.list))
                    .as("only of the chosen version")
                    .containsOnly("2025年重点民生实事项目");
        });
    }

    @Test
    void waitsForACorrectionWhenItHasBecomePublicAgain() {
        Leaked leaked = new Leaked(true);
        Map<String, Object> wanted = leaked.wanted();
        wanted.put("fields", List.of());
        String redact = TRIAGE.call(wanted).post(leaked.of("redactions")).then().statusCode(201).extract().path("task");
        leaked.isWrittenAgain();
        CHIEF.complete(claimedRelease(leaked.list), Map.of("outcome", "RELEASE")).statusCode(202);
        CHIEF.call().post("/api/v1/tasks/" + redact + "/claim").then().statusCode(200);

        CHIEF.complete(redact, Map.of("outcome", "REDACT")).statusCode(409).body("detail", containsString("请先更正"));

        given().get("/api/v1/publications/DZ2025/versions/" + leaked.old).then().body("text", containsString(LEAK));
        given().get("/published/DZ2025/annexes/" + leaked.annex).then().statusCode(200);
        CHIEF.complete(redact, Map.of("outcome", "DECLINE", "reason", "先更正现行的一版。")).statusCode(200);
    }

    /** Both write the whole row: whoever comes second must not put back what the first has taken out. */
    @Test
    void andGivingADraftBackWaitForEachOther() throws Exception {
        Leaked leaked = new Leaked(true);
        leaked.isWrittenAgain();
        String release = claimedRelease(leaked.list);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> returned = QuarkusTransaction.requiringNew().call(() -> {
                lists.held(leaked.list);
                Future<Integer> waits = other.submit(
                        () -> CHIEF.complete(release, Map.of("outcome", "RETURN", "reason", "请删去。")).extract().statusCode());
                Thread.sleep(700);
                publications.ofList(leaked.list).forEach(each -> each.words().stream().filter(at -> at.text().contains(LEAK))
                        .forEach(at -> each.overwrite(at, at.text().replace(LEAK, Blackout.MARK))));
                return waits;
            });
            assertThat(returned.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            other.shutdownNow();
        }
        QuarkusTransaction.requiringNew().run(
                () -> assertThat(words("select text from publication where list_id = :list", leaked.list))
                        .noneMatch(each -> each.contains(LEAK)));
    }

    @Test
    void forgetsWhatWasReadOfAFile() throws Exception {
        Leaked leaked = new Leaked(true);
        StoredFile file = QuarkusTransaction.requiringNew()
                .call(() -> annexes.find(leaked.list, leaked.annex).orElseThrow().file());
        assertThat(readAnnex.of(file).places()).isNotEmpty();
        String redact = TRIAGE.call(leaked.wanted()).post(leaked.of("redactions")).then().statusCode(201).extract()
                .path("task");
        CHIEF.call().post("/api/v1/tasks/" + redact + "/claim").then().statusCode(200);
        CHIEF.complete(redact, Map.of("outcome", "REDACT")).statusCode(200);

        assertThatThrownBy(() -> readAnnex.of(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatWouldStayPublicElsewhereOrIsNotThere() {
        Leaked leaked = new Leaked(false);
        String start = leaked.of("redactions");
        TRIAGE.call(leaked.wanted()).post(start).then().statusCode(409);
        leaked.correct();
        Map<String, Object> wanted = leaked.wanted();
        wanted.put("passages", List.of("经研究决定", "没有写过的话", "王", "遮盖"));
        wanted.put("fields", List.of(Map.of("place", "ROW_TARGET", "project", "unknown")));
        wanted.put("annexes", List.of("unknown"));
        wanted.put("reason", "公开了 13800001234");
        String answer = TRIAGE.call(wanted).post(start).then().statusCode(400).extract().asString();
        assertThat(answer).contains("第 1 段文字在现行的一版中还有", "第 2 段文字在这一版中找不到", "第 3 段文字应为", "第 4 段文字含有遮盖标记", "没有所选的内容",
                "没有所选的附件", "遮盖原因中有手机号码").doesNotContain("13800001234");
        TRIAGE.call(Map.of("version", leaked.old, "reason", "误公开")).post(start).then().statusCode(400).body("violations.field",
                hasItem("passages"));
        TRIAGE.call(Map.of("version", "unknown", "reason", "误公开")).post(start).then().statusCode(404);
        TRIAGE.call(Map.of("version", leaked.old, "reason", "误公开")).post("/api/v1/lists/unknown/redactions").then()
                .statusCode(404);
        String now = given().get("/api/v1/publications/DZ2025").then().extract()
                .path("lists.find { it.list == '" + leaked.list + "' }.id");
        wanted = leaked.wanted();
        wanted.put("version", now);
        TRIAGE.call(wanted).post(start).then().statusCode(409);
        wanted = leaked.wanted();
        wanted.put("reason", "误公开了“" + LEAK + "”");
        TRIAGE.call(wanted).post(start).then().statusCode(400).body("violations.field", equalTo(List.of("reason")));
    }

    @Test
    void isAskedForAndDeclinedInTheBrowser() {
        Leaked leaked = new Leaked(true);
        String page = "/staff/lists/" + leaked.list + "/redactions";
        TRIAGE.call().get("/staff/lists/" + leaked.list).then().statusCode(200).body(containsString("遮盖旧版中的个人信息"));
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("第 1 版"));
        TRIAGE.call().get(page + "?version=" + leaked.old).then().statusCode(200).body(containsString("遮盖后不能恢复"))
                .body(containsString(LEAK));
        TRIAGE.call().contentType(FORM).formParam("version", leaked.old).formParam("outcome", "PREVIEW")
                .formParam("passages", LEAK + "\n").formParam("field", "ROW_TARGET:" + leaked.project)
                .formParam("reason", "误公开")
                .post(page).then().statusCode(200).body(containsString("感谢【已遮盖个人信息】。"));
        TRIAGE.call().contentType(FORM).formParam("version", leaked.old).formParam("outcome", "ASK").formParam("passages", LEAK)
                .post(page).then().statusCode(400).body(containsString("请填写遮盖原因")).body(containsString(LEAK));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("version", leaked.old).formParam("outcome", "ASK")
                .formParam("passages", LEAK).formParam("reason", "误公开").post(page).then().statusCode(303);
        TRIAGE.call().post(leaked.of("publication/corrections")).then().statusCode(201);
        String task = CHIEF.call().queryParam("queue", "PUBLICATION").queryParam("size", 200).get("/api/v1/tasks").then()
                .extract()
                .path("items.find { it.subject.id == '" + leaked.list + "' && it.step == 'REDACT' }.id");
        CHIEF.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        CHIEF.call().redirects().follow(false).contentType(FORM).formParam("outcome", "DECLINE")
                .post("/staff/tasks/redact/" + task).then().statusCode(400).body(containsString("请填写不同意的原因"));
        CHIEF.call().redirects().follow(false).contentType(FORM).formParam("outcome", "DECLINE").formParam("reason", "不是个人信息")
                .post("/staff/tasks/redact/" + task).then().statusCode(303);
        TRIAGE.call().get(page).then().body(containsString("不是个人信息"));
        given().get("/api/v1/publications/DZ2025/versions/" + leaked.old).then().body("text", containsString(LEAK));
        assertThat(waiting(leaked.list)).isNull();
    }

    private static String waiting(String list) {
        return task(list, "REDACT");
    }

    private static String claimedRelease(String list) {
        String task = task(list, "RELEASE");
        CHIEF.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        return task;
    }

    private static String task(String list, String step) {
        return CHIEF.call().queryParam("queue", "PUBLICATION").queryParam("size", 200).get("/api/v1/tasks").then().extract()
                .path("items.find { it.subject.id == '" + list + "' && it.step == '" + step + "' }.id");
    }
}
