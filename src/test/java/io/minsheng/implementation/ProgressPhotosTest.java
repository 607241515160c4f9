package io.minsheng.implementation;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.project;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.taskOn;
import static io.minsheng.fixture.Multipart.asBrowsersSendIt;
import static io.minsheng.fixture.ReportPhotos.add;
import static io.minsheng.fixture.ReportPhotos.address;
import static io.minsheng.fixture.ReportPhotos.photo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.GpsPhoto;
import io.minsheng.fixture.LeakyFiles;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Receipt;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/**
 * The way of a photo. The liaison of the lead department stands at the site with a telephone, opens 报送进展, chooses one photo or
 * several, presses 上传, sees them, writes below each what it shows, and sends the report; what is wrong with a field or with one
 * photo loses nothing of the others. The words are public at once, the photos are not: somebody of the office finds 核看照片 on
 * the work list, looks at each in full size for what no program finds (faces, number plates), and says 可以公开, or 仅供内部
 * and why, which the department reads. From then on everyone sees the newest photo on the published list and beside the own
 * suggestion, all of them month by month on the project's page, and programs find their addresses in JSON and CSV. Who finds
 * out too late that somebody can be recognised takes the photo back with a reason; date and reason stand where it stood.
 */
@QuarkusTest
class ProgressPhotosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final YearMonth NOW = YearMonth.from(Shanghai.date(Instant.now()));
    private static final String CAPTION = "第三部电梯已经装好";

    @Inject
    Accounts accounts;
    @Inject
    Clockwork clockwork;
    @Inject
    EntityManagerFactory entities;

    @Test
    void everyoneSeesAPhotoOnceSomebodyHasLookedAtIt() {
        Receipt receipt = Submission.web().titled("照片公开").register();
        String project = project(shortlisted(receipt.caseNumber()));
        String photo = sent(project, CAPTION).get(0);
        String published = "/published/DZ2025/photos/" + photo;
        String staff = "/staff/projects/" + project + "/photos/" + photo;

        HOUSING.call().get("/api/v1/projects/" + project + "/photos").then().statusCode(200).body("", hasSize(1))
                .body("[0].state", equalTo("WAITING")).body("[0].caption", equalTo(CAPTION))
                .body("[0].month", equalTo(NOW.toString()));
        given().get("/api/v1/publications/DZ2025").then().body(progress(project) + "text", containsString("施工"))
                .body(progress(project) + "photo", nullValue()).body(progress(project) + "months[0].photos", hasSize(0));
        for (String path : List.of(published, published + "/small", "/published/DZ2025/photos/nothing")) {
            given().get(path).then().statusCode(404).body(containsString("没有这张照片"));
        }
        for (StaffUser stranger : List.of(new StaffUser("dept-education"), new StaffUser("leader"))) {
            stranger.call().get(staff).then().statusCode(404);
            stranger.call().get("/api/v1/projects/" + project + "/photos").then().statusCode(200).body("", hasSize(0));
        }
        new StaffUser("desk-tangxiang").call().get(staff).then().statusCode(403);
        given().redirects().follow(false).get(staff).then().statusCode(302);
        assertThat(GpsPhoto.tellsPlace(TRIAGE.call().get(staff + "/original").then().statusCode(200)
                .header("Cache-Control", "no-store").extract().asByteArray())).isFalse();
        TRIAGE.call().get("/staff/projects/" + project).then().statusCode(200).body(containsString("待核看"))
                .body(containsString(staff + "/small"));

        judge(project, Map.of("id", photo, "verdict", "PUBLIC")).statusCode(200);

        String tag = given().get(published).then().statusCode(200).contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=300").header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("inline")).extract().header("ETag");
        given().header("If-None-Match", tag).get(published).then().statusCode(304);
        byte[] small = given().get(published + "/small").then().statusCode(200).contentType("image/jpeg").extract()
                .asByteArray();
        assertThat(GpsPhoto.tellsPlace(small)).isFalse();
        given().get("/published/XX2025/photos/" + photo).then().statusCode(404);
        given().get(published + "/original").then().statusCode(404);
        for (StaffUser stranger : List.of(new StaffUser("dept-education"), new StaffUser("leader"))) {
            stranger.call().get(staff).then().statusCode(200);
            stranger.call().get(staff + "/original").then().statusCode(404);
            stranger.call().get("/staff/projects/" + project).then().statusCode(200).body(not(containsString("原图")));
        }
        HOUSING.call().get("/staff/projects/" + project).then().body(containsString(staff + "/original"));

        given().get("/api/v1/publications/DZ2025").then().body(progress(project) + "photo.url", containsString(published))
                .body(progress(project) + "photo.caption", equalTo(CAPTION))
                .body(progress(project) + "months[0].photos[0].thumbnailUrl", containsString(published + "/small"));
        given().get("/api/v1/publications/DZ2025.csv").then().body(containsString("照片")).body(containsString(published));
        given().get("/published/DZ2025").then().body(containsString(published + "/small"))
                .body(containsString("alt=\"" + CAPTION + "\"")).body(containsString("/published/DZ2025/projects/" + project));
        given().get("/published/DZ2025/projects/" + project).then().statusCode(200).body(containsString(CAPTION))
                .body(containsString(published)).body(containsString(NOW.getYear() + "年" + NOW.getMonthValue() + "月"));
        given().get("/api/v1/proposals/" + receipt.caseNumber() + "?code=" + receipt.queryCode()).then()
                .body("project.photo.thumbnailUrl", containsString(published + "/small"));
        given().get("/published/DZ2025/projects/nothing").then().statusCode(404);
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().body("items.action",
                hasItems("PHOTO_ADDED", "PHOTO_PUBLIC"));
    }

    @Test
    void onlySomebodyElseWhoHasLookedCanMakeItPublic() {
        String project = project(shortlisted(Submission.web().titled("照片核看")));
        List<String> photos = sent(project, CAPTION, "工人正在安装导轨");
        Map<String, String> first = Map.of("id", photos.get(0), "verdict", "PUBLIC");
        String task = claimOn(TRIAGE, "REVIEW", project);

        TRIAGE.complete(task, Map.of("outcome", "JUDGE", "photos", List.of(first), "seen", true)).statusCode(400)
                .body("violations.field", hasItem("photos"));
        TRIAGE.complete(task, Map.of("outcome", "JUDGE", "photos",
                List.of(first, Map.of("id", photos.get(1), "verdict", "INTERNAL")), "seen", false)).statusCode(400)
                .body("violations.field", hasItems("photos[1].reason", "seen"));
        TRIAGE.complete(task, Map.of("outcome", "JUDGE", "photos", List.of(first, first, Map.of("id", "x", "verdict", "MAYBE"),
                Map.of("id", photos.get(1), "verdict", "MAYBE")))).statusCode(400)
                .body("violations.field", hasItems("photos[1].id", "photos[2].id", "photos[3].verdict"));
        TRIAGE.complete(task, Map.of("outcome", "RELEASE")).statusCode(400);
        HOUSING.call().get("/staff/tasks/photo/" + task).then().statusCode(403);
        new StaffUser("dept-housing").complete(task, Map.of("outcome", "JUDGE")).statusCode(404);
        TRIAGE.call().get("/staff/tasks/photo/" + task).then().statusCode(200).body(containsString("人脸"));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("photos[0].id", photos.get(0))
                .formParam("photos[0].verdict", "PUBLIC").formParam("photos[1].id", photos.get(1))
                .formParam("photos[1].verdict", "INTERNAL").formParam("photos[1].reason", "　")
                .post("/staff/tasks/photo/" + task)
                .then().statusCode(400).body(containsString("请填写不公开的理由")).body(containsString("逐张放大查看"));
        TRIAGE.call().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("photos[0].id", photos.get(0)).formParam("photos[0].verdict", "PUBLIC")
                .formParam("photos[1].id", photos.get(1)).formParam("photos[1].verdict", "INTERNAL")
                .formParam("photos[1].reason", "左侧工人可以认出").formParam("seen", "true").post("/staff/tasks/photo/" + task).then()
                .statusCode(303);

        given().get("/published/DZ2025/photos/" + photos.get(0)).then().statusCode(200);
        given().get("/published/DZ2025/photos/" + photos.get(1)).then().statusCode(404);
        HOUSING.call().get("/staff/projects/" + project).then().body(containsString("左侧工人可以认出"))
                .body(containsString("仅供内部"));
        assertThat(taskOn(TRIAGE, "REVIEW", project)).isNull();
    }

    @Test
    void whoSentItDoesNotJudgeIt() {
        QuarkusTransaction.requiringNew().run(() -> accounts.create("photographer", "既报送又核看", "minsheng-demo", "housing",
                Set.of(Role.DEPARTMENT, Role.TRIAGE)));
        try {
            sendAndJudge(new StaffUser("photographer"));
        } finally {
            // elsewhere the department has one person only
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.delete(accounts.byUsername("photographer").orElseThrow()));
        }
    }

    private void sendAndJudge(StaffUser both) {
        String project = project(shortlisted(Submission.web().titled("照片两人")));
        String task = claimOn(both, "PROGRESS", project);
        String photo = add(both, task, CAPTION).statusCode(201).extract().path("id");
        both.complete(task, report()).statusCode(202);
        both.complete(claimOn(both, "REVIEW", project), Map.of("outcome", "JUDGE", "photos",
                List.of(Map.of("id", photo, "verdict", "PUBLIC")), "seen", true)).statusCode(403);
        given().get("/published/DZ2025/photos/" + photo).then().statusCode(404);
    }

    @Test
    void takingAPhotoBackLeavesDateAndReason() {
        String project = project(shortlisted(Submission.web().titled("照片撤下")));
        List<String> photos = sent(project, CAPTION, "工人正在安装导轨");
        judge(project, Map.of("id", photos.get(0), "verdict", "PUBLIC"), Map.of("id", photos.get(1), "verdict", "PUBLIC"))
                .statusCode(200);
        String of = "/api/v1/projects/" + project + "/photos/";
        String withdraw = of + photos.get(0) + "/withdraw";

        HOUSING.call(Map.of("reason", " ")).post(withdraw).then().statusCode(400).body("violations.field", hasItem("reason"));
        HOUSING.call(Map.of("reason", "请联系 13800001234")).post(withdraw).then().statusCode(400);
        new StaffUser("dept-education").call(Map.of("reason", "别的单位")).post(withdraw).then().statusCode(403);
        TRIAGE.call(Map.of("reason", "没有这张")).post(of + "nothing/withdraw").then().statusCode(404);
        HOUSING.call(Map.of("reason", "右侧行人可以认出")).post(withdraw).then().statusCode(204);
        HOUSING.call(Map.of("reason", "再撤一次")).post(withdraw).then().statusCode(409);
        String page = "/staff/projects/" + project + "/photos/" + photos.get(1) + "/withdraw";
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("撤下的原因"));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("reason", "").post(page).then()
                .statusCode(400).body(containsString("请填写撤下的原因"));
        TRIAGE.call().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "拍错了地方").post(page).then().statusCode(303);

        given().get("/published/DZ2025/photos/" + photos.get(0)).then().statusCode(404);
        given().get("/published/DZ2025/projects/" + project).then().body(containsString("右侧行人可以认出"))
                .body(containsString("拍错了地方")).body(not(containsString(photos.get(0))));
        given().get("/api/v1/publications/DZ2025").then()
                .body(progress(project) + "months[0].withdrawnPhotos.reason", hasItems("右侧行人可以认出", "拍错了地方"))
                .body(progress(project) + "photo", nullValue());
        HOUSING.call().get("/staff/projects/" + project + "/photos/" + photos.get(0)).then().statusCode(200);
        new StaffUser("leader").call().get("/staff/projects/" + project + "/photos/" + photos.get(0)).then().statusCode(404);
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().body("items.action",
                hasItem("PHOTO_WITHDRAWN"));
    }

    @Test
    void whatIsNotPublicCanBeDestroyedForGood() {
        String project = project(shortlisted(Submission.web().titled("照片销毁")));
        List<String> photos = sent(project, CAPTION, "工人正在安装导轨", "路边停着一辆车");
        judge(project, Map.of("id", photos.get(0), "verdict", "PUBLIC"), Map.of("id", photos.get(1), "verdict", "PUBLIC"),
                Map.of("id", photos.get(2), "verdict", "INTERNAL", "reason", "车牌可以看清")).statusCode(200);
        String of = "/api/v1/projects/" + project + "/photos/";
        String destroy = of + photos.get(0) + "/destroy";

        HOUSING.call(Map.of("reason", "还在公开")).post(destroy).then().statusCode(409).body("detail", containsString("请先撤下"));
        HOUSING.call(Map.of("reason", "右侧行人可以认出")).post(of + photos.get(0) + "/withdraw").then().statusCode(204);
        HOUSING.call(Map.of("reason", " ")).post(destroy).then().statusCode(400).body("violations.field", hasItem("reason"));
        HOUSING.call(Map.of("reason", "请联系 13800001234")).post(destroy).then().statusCode(400);
        new StaffUser("dept-education").call(Map.of("reason", "别的单位")).post(destroy).then().statusCode(403);
        new StaffUser("leader").call(Map.of("reason", "只看")).post(destroy).then().statusCode(403);
        TRIAGE.call(Map.of("reason", "没有这张")).post(of + "nothing/destroy").then().statusCode(404);
        assertThat(pieces(photos.get(0))).isPositive();
        HOUSING.call(Map.of("reason", "当事人要求删除")).post(destroy).then().statusCode(204);
        HOUSING.call(Map.of("reason", "再来一次")).post(destroy).then().statusCode(409).body("detail", containsString("已经销毁"));

        assertThat(pieces(photos.get(0))).isZero();
        assertThat(pieces(photos.get(1))).as("of another one").isPositive();
        String staff = "/staff/projects/" + project + "/photos/";
        for (String size : List.of("", "/small", "/original")) {
            TRIAGE.call().get(staff + photos.get(0) + size).then().statusCode(404);
        }
        TRIAGE.call().get(staff + photos.get(1)).then().statusCode(200);
        String found = "find { it.id == '" + photos.get(0) + "' }.";
        HOUSING.call().get("/api/v1/projects/" + project + "/photos").then().body(found + "state", equalTo("WITHDRAWN"))
                .body(found + "reason", equalTo("右侧行人可以认出")).body(found + "destroyedReason", equalTo("当事人要求删除"));
        given().get("/published/DZ2025/projects/" + project).then().body(containsString("右侧行人可以认出"));
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().body("items.action",
                hasItem("PHOTO_DESTROYED"));

        String page = staff + photos.get(2) + "/destroy";
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("销毁后不能恢复"));
        form(TRIAGE).formParam("reason", "").post(page).then().statusCode(400).body(containsString("请填写销毁的原因"))
                .body(containsString("请确认您知道"));
        form(TRIAGE).formParam("reason", "车主要求").post(page).then().statusCode(400).body(containsString("请确认您知道"))
                .body(containsString("value=\"车主要求\""));
        form(TRIAGE).formParam("reason", "车主要求").formParam("sure", "true").post(page).then().statusCode(303);
        TRIAGE.call().get("/staff/projects/" + project).then().body(containsString("照片已销毁"))
                .body(containsString("原因：车主要求")).body(not(containsString(staff + photos.get(2) + "/small")));
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("这张照片不能销毁"));
    }

    private static RequestSpecification form(StaffUser who) {
        return who.call().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** How many pieces of its three files are in the database. */
    private long pieces(String photo) {
        try (EntityManager own = entities.createEntityManager()) {
            return (Long) own.createNativeQuery("select count(*) from file_piece f join progress_photo p"
                    + " on f.file_id in (p.original_file, p.shown_file, p.small_file) where p.id = :photo", Long.class)
                    .setParameter("photo", photo).getSingleResult();
        }
    }

    @Test
    void nobodyIsAskedToLookAtWhatWasTakenBackBefore() {
        String project = project(shortlisted(Submission.web().titled("照片先撤")));
        String photo = sent(project, CAPTION).get(0);
        assertThat(taskOn(TRIAGE, "REVIEW", project)).isNotNull();
        HOUSING.call(Map.of("reason", "拍错了地方")).post("/api/v1/projects/" + project + "/photos/" + photo + "/withdraw").then()
                .statusCode(204);
        assertThat(taskOn(TRIAGE, "REVIEW", project)).isNull();
        given().get("/published/DZ2025/projects/" + project).then().statusCode(200).body(not(containsString("拍错了地方")));
    }

    @Test
    void aReportThatIsTakenBackTakesItsPhotosWithIt() {
        String number = shortlisted(Submission.web().titled("照片误报"));
        String project = project(number);
        String task = claimOn(HOUSING, "PROGRESS", project);
        String photo = add(HOUSING, task, CAPTION).statusCode(201).extract().path("id");
        HOUSING.complete(task, Map.of("outcome", "REPORT", "month", NOW.toString(), "status", "COMPLETED", "text", "全部完工。"))
                .statusCode(202);
        judge(project, Map.of("id", photo, "verdict", "PUBLIC")).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> TRIAGE.call().get("/api/v1/projects/" + project).then().body("closedAt",
                not(equalTo(null))));
        TRIAGE.call(Map.of("reason", "单位误报")).post("/api/v1/projects/" + project + "/undo-completion").then().statusCode(202);
        given().get("/published/DZ2025/photos/" + photo).then().statusCode(404);
        TRIAGE.call().get("/api/v1/projects/" + project + "/photos").then().body("[0].state", equalTo("WITHDRAWN"));
    }

    @Test
    void aCorrectionOfTheMonthKeepsItsPhotosAndMayAddMore() {
        String project = project(shortlisted(Submission.web().titled("照片更正")));
        String first = sent(project, CAPTION).get(0);
        judge(project, Map.of("id", first, "verdict", "PUBLIC")).statusCode(200);
        await().atMost(PATIENCE).until(() -> taskOn(HOUSING, "PROGRESS", project) != null
                || clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project) > 0);
        await().atMost(PATIENCE).until(() -> taskOn(HOUSING, "PROGRESS", project) != null);
        String second = sent(project, "第四部电梯正在调试").get(0);
        given().get("/published/DZ2025/photos/" + first).then().statusCode(200);
        judge(project, Map.of("id", second, "verdict", "PUBLIC")).statusCode(200);
        given().get("/api/v1/publications/DZ2025").then().body(progress(project) + "months", hasSize(1))
                .body(progress(project) + "months[0].photos.id", equalTo(List.of(second, first)))
                .body(progress(project) + "photo.id", equalTo(second));
    }

    @Test
    void thePageKeepsPhotosWhateverElseIsWrong() {
        String project = project(shortlisted(Submission.web().titled("照片页面")));
        String page = "/staff/tasks/progress/" + claimOn(HOUSING, "PROGRESS", project);
        byte[] photo = photo();

        form().multiPart("outcome", "UPLOAD").multiPart("text", "已经写好的进展", "text/plain; charset=UTF-8").post(page).then()
                .statusCode(400).body(containsString("请先选择照片")).body(containsString("已经写好的进展"));
        form().multiPart("outcome", "UPLOAD").multiPart("text", "已经写好的进展", "text/plain; charset=UTF-8")
                .multiPart("photo", "one.jpg", photo).multiPart("photo", "two.pdf", "%PDF-1.7 no photo".getBytes())
                .multiPart("photo", "three.jpg", photo).post(page).then().statusCode(400).body(containsString("two.pdf"))
                .body(containsString("已经写好的进展")).body(containsString("第 2 张的说明"));
        List<String> kept = drafts(page);
        assertThat(kept).hasSize(2);
        String[] first = { "caption-" + kept.get(0), "caption-" + kept.get(1) };
        form().multiPart("outcome", "REPORT").multiPart("month", NOW.toString()).multiPart("status", "CONTINUING")
                .multiPart("text", "正在推进", "text/plain; charset=UTF-8")
                .multiPart(first[0], CAPTION, "text/plain; charset=UTF-8")
                .multiPart(first[1], "请找 13800001234", "text/plain; charset=UTF-8").post(page).then().statusCode(400)
                .body(containsString("手机号码")).body(containsString(CAPTION));
        form().multiPart("outcome", "REMOVE-" + kept.get(1)).post(page).then().statusCode(200).body(containsString(CAPTION))
                .body(not(containsString(kept.get(1))));
        form().redirects().follow(false).multiPart("outcome", "REPORT").multiPart("month", NOW.toString())
                .multiPart("status", "CONTINUING").multiPart("text", "正在推进", "text/plain; charset=UTF-8")
                .multiPart("photo", "four.jpg", photo).post(page).then().statusCode(400).body(containsString("请写照片说明"));
        String last = drafts(page).get(1);
        form().redirects().follow(false).multiPart("outcome", "REPORT").multiPart("month", NOW.toString())
                .multiPart("status", "CONTINUING").multiPart("text", "正在推进", "text/plain; charset=UTF-8")
                .multiPart("caption-" + last, "工人正在安装导轨", "text/plain; charset=UTF-8").post(page).then().statusCode(303);
        TRIAGE.call().get("/api/v1/projects/" + project + "/photos").then().body("caption",
                equalTo(List.of("工人正在安装导轨", CAPTION)));
    }

    @Test
    void refusesWhatIsNoPhotoOrSaysTooMuch() throws IOException {
        String project = project(shortlisted(Submission.web().titled("照片不收")));
        String task = taskOn(HOUSING, "PROGRESS", project);
        add(HOUSING, task, CAPTION).statusCode(409);
        claimOn(HOUSING, "PROGRESS", project);
        new StaffUser("dept-education").call().multiPart("file", "a.jpg", photo()).post(address(task)).then().statusCode(404);
        TRIAGE.call().multiPart("file", "a.jpg", photo()).post(address(task)).then().statusCode(403);
        add(HOUSING, "nothing", CAPTION).statusCode(404);
        for (String caption : List.of("", "太短", "only English words", "请拨打 13800001234 了解", Submission.NAME + "家门口的电梯",
                "人民路 12 号的电梯", "长".repeat(61))) {
            add(HOUSING, task, caption).statusCode(400).body("violations.field", hasItem("caption"));
        }
        HOUSING.call().multiPart("caption", "file").post(address(task)).then().statusCode(400).body("violations.field",
                hasItem("file"));
        for (byte[] wrong : List.of("no photo".getBytes(), LeakyFiles.xlsx(LeakyFiles.hiddenSheet("名单")))) {
            form().multiPart("file", "a.jpg", wrong).multiPart("caption", CAPTION, "text/plain; charset=UTF-8")
                    .post(address(task)).then().statusCode(415).body("detail", containsString("照片应为 jpg 或 png"));
        }
        form().multiPart("file", "a.jpg", new byte[0]).multiPart("caption", CAPTION, "text/plain; charset=UTF-8")
                .post(address(task)).then().statusCode(400);
        HOUSING.call().get(address(task)).then().statusCode(200).body("", hasSize(0));
        for (int i = 0; i < 6; i++) {
            add(HOUSING, task, CAPTION).statusCode(201);
        }
        add(HOUSING, task, CAPTION).statusCode(409).body("detail", containsString("最多 6 张"));
        String one = HOUSING.call().get(address(task)).then().extract().path("[0].id");
        HOUSING.call(Map.of("caption", "第五部电梯正在调试")).post(address(task) + "/" + one + "/caption").then().statusCode(204);
        HOUSING.call().delete(address(task) + "/" + one).then().statusCode(204);
        HOUSING.call().delete(address(task) + "/" + one).then().statusCode(404);
        add(HOUSING, task, CAPTION).statusCode(201);
        HOUSING.complete(task, report()).statusCode(202);
        HOUSING.call().get(address(task)).then().statusCode(409);
    }

    @Test
    void pagesNeedAsManyStatementsForManyPhotosAsForFew() {
        String project = project(shortlisted(Submission.web().titled("照片语句")));
        sent(project, CAPTION).forEach(each -> judge(project, Map.of("id", each, "verdict", "PUBLIC")).statusCode(200));
        List<String> pages = List.of("/published/DZ2025", "/published/DZ2025/projects/" + project,
                "/staff/projects/" + project, "/api/v1/publications/DZ2025");
        List<Long> few = pages.stream().map(this::statements).toList();
        await().atMost(PATIENCE).until(() -> clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project) > 0);
        await().atMost(PATIENCE).until(() -> taskOn(HOUSING, "PROGRESS", project) != null);
        List<Map<String, String>> verdicts = new ArrayList<>();
        sent(project, CAPTION, CAPTION, CAPTION, CAPTION, CAPTION)
                .forEach(each -> verdicts.add(Map.of("id", each, "verdict", "PUBLIC")));
        TRIAGE.complete(claimOn(TRIAGE, "REVIEW", project), Map.of("outcome", "JUDGE", "photos", verdicts, "seen", true))
                .statusCode(200);
        assertThat(pages.stream().map(this::statements).toList()).isEqualTo(few);
    }

    private long statements(String page) {
        return CountStatements.of(entities, () -> TRIAGE.call().get(page).then().statusCode(200));
    }

    private static String progress(String project) {
        return "lists.projects.flatten().find { it.id == '" + project + "' }.progress.";
    }

    private static Map<String, Object> report() {
        return Map.of("outcome", "REPORT", "month", NOW.toString(), "status", "THIS_YEAR", "text", "已完成招标，正在施工。");
    }

    /** Reports the month with these photos; returns their ids. */
    private static List<String> sent(String project, String... captions) {
        String task = claimOn(HOUSING, "PROGRESS", project);
        List<String> photos = new ArrayList<>();
        for (String each : captions) {
            photos.add(add(HOUSING, task, each).statusCode(201).extract().path("id"));
        }
        HOUSING.complete(task, report()).statusCode(202);
        return photos;
    }

    @SafeVarargs
    private static ValidatableResponse judge(String project, Map<String, String>... verdicts) {
        return TRIAGE.complete(claimOn(TRIAGE, "REVIEW", project),
                Map.of("outcome", "JUDGE", "photos", List.of(verdicts), "seen", true));
    }

    private static List<String> drafts(String page) {
        return HOUSING.call().get(address(page.substring(page.lastIndexOf('/') + 1))).then().statusCode(200).extract()
                .path("id");
    }

    private static RequestSpecification form() {
        return HOUSING.call().config(asBrowsersSendIt());
    }
}
