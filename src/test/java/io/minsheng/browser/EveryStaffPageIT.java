package io.minsheng.browser;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.InABrowser;
import io.minsheng.fixture.ReportPhotos;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.fixture.TinyPicture;
import io.minsheng.proposal.Receipt;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Every page of the staff, with something on it: without barriers, complaints of the browser or sideways scrolling. */
@QuarkusTest
class EveryStaffPageIT extends InABrowser {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 375;
    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Clockwork clockwork;

    @Test
    void everyStaffPageIsUsableForEveryone() {
        List<String> barriers = new ArrayList<>();
        Map<String, List<String>> paths = pages();
        paths.forEach((user, each) -> {
            try (BrowserContext context = browsers.examiner(DESKTOP)) {
                Page page = Browsers.signedIn(context, user);
                List<String> complaints = Browsers.complaints(page);
                for (String path : each) {
                    page.setViewportSize(DESKTOP, HEIGHT);
                    int status = page.navigate(path).status();
                    assertThat(status).as(user + " " + path).isEqualTo(200);
                    barriers.addAll(Browsers.barriers(page));
                    // no script asks for the width, so a page that becomes narrow is the one that a phone would get
                    for (int width : new int[] { DESKTOP, PHONE }) {
                        page.setViewportSize(width, HEIGHT);
                        if (Browsers.isTooWide(page)) {
                            barriers.add(page.url() + " is wider than " + width);
                        }
                    }
                }
                barriers.addAll(complaints);
            }
        });
        assertThat(barriers).isEmpty();
    }

    /** Every page of the staff, with something on it, and who opens it. */
    private Map<String, List<String>> pages() {
        String received = Submission.web().caseNumber();
        String evaluating = Submission.letter().caseNumber();
        TRIAGE.settle("TRIAGE", evaluating,
                Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing", "assistDepartments",
                        List.of()));
        StaffUser housing = new StaffUser("dept-housing");
        String evaluated = Handling.evaluated(Submission.web());
        String declined = Handling.declined(Submission.web());
        String candidate = Handling.shortlisted(Submission.web());
        String answered = Handling.declined(Submission.web());
        String release = Handling.answerDrafted(answered, "PHONE");
        String frozen = Handling.frozen(Handling.shortlisted(Submission.web()));
        CHIEF.call().post("/api/v1/lists/" + frozen + "/vote").then().statusCode(201);
        Corrected corrected = Corrected.once();
        String shortlist = TRIAGE.claim("TRIAGE", received);
        String rated = ratedBadly();
        assertThat(candidate).isNotEmpty();
        TRIAGE.call(Map.of("urgent", true, "reason", "护坡开裂，随时可能垮塌。")).post("/api/v1/cases/" + received + "/urgent").then()
                .statusCode(200);
        clockwork.fireTimers(evaluating);
        String project = Handling.project(Handling.shortlisted(Submission.web()));
        clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project);
        CHIEF.complete(Handling.claimOn(CHIEF, "SUPERVISION", project), Map.of("outcome", "ISSUE", "dueOn",
                LocalDate.now().plusDays(3).toString(), "text", "请报送进展。")).statusCode(200);
        String pictured = pictured(housing);
        String internal = photo(pictured, "INTERNAL");
        String notice = CHIEF.call().get("/api/v1/projects/" + project).then().extract().path("supervisions[0].id");
        String whole = Submission.web().caseNumber();
        String member = Submission.web().caseNumber();
        TRIAGE.call(Map.of("into", whole)).post("/api/v1/cases/" + member + "/merge").then().statusCode(200);
        String mail = TRIAGE.call().contentType("message/rfc822")
                .body(("From: <someone@example.org>\r\nSubject: a mail\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
                        + "Nothing that a machine understands.\r\n\r\n---- Original Message ----\r\nquoted\r\n--b\r\n"
                        + "Content-Type: image/png; name=photo.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + TinyPicture.PNG
                        + "\r\n--b--\r\n").getBytes())
                .post("/api/v1/mailbox/messages").then().statusCode(201).extract().path("id");
        String location = TRIAGE.call().redirects().follow(false).post("/staff/mailbox/" + mail + "/review").then()
                .statusCode(303).extract().header("Location");
        String review = location.substring(location.lastIndexOf('/') + 1);
        TRIAGE.call().post("/api/v1/tasks/" + review + "/claim").then().statusCode(200);
        String deskCase = new StaffUser("desk-tangxiang")
                .call(Map.of("campaign", "DZ2025", "title", "给村里修路灯", "category", "TRANSPORT", "content", "村口的路灯坏了，晚上看不见路。",
                        "channel", "LETTER", "receivedOn", "2026-01-05", "envelope", "A-1"))
                .post("/api/v1/desk/proposals").then().statusCode(201).extract().path("caseNumber");
        String sheet = new StaffUser("desk-tangxiang").call().multiPart("campaign", "DZ2025")
                .multiPart("file", "sheet.csv",
                        "建议事项名称,事项类别,建议内容\n给村里修路灯,交通出行,村口的路灯坏了，晚上看不见路。\n短,,\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("channel", "LETTER").multiPart("receivedOn", "2026-01-05").post("/api/v1/desk/sheets").then()
                .statusCode(201).extract().path("id");
        Receipt asks = Submission.web().register();
        String untold = Submission.web().reachableBy(Submission.PHONE, null).caseNumber();
        TRIAGE.settle("TRIAGE", untold, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问是哪个小区？"));
        given().queryParam("code", asks.queryCode()).contentType(ContentType.JSON).body(Map.of("kind", "SEE", "words", "想看"))
                .post("/api/v1/proposals/" + asks.caseNumber() + "/data-requests").then().statusCode(201);
        return Map.of(
                "triage",
                List.of("/staff", "/staff?tab=all", "/staff/stand-ins", "/staff/topics", "/staff/canned-texts",
                        "/staff/cases?stage=RECEIVED",
                        "/staff/cases/views", "/staff/cases", "/staff/cases/" + whole,
                        "/staff/cases/" + member,
                        "/staff/cases/merge?case=" + whole + "&q=" + received, "/staff/cases/" + member + "/unmerge",
                        "/staff/cases/" + whole + "/split", "/staff/cases/" + received, "/staff/cases/" + evaluated,
                        "/staff/tasks/triage/" + shortlist, "/staff/tasks/conclusion/" + TRIAGE.claim("CONCLUSION", evaluated),
                        "/staff/tasks/answer/" + TRIAGE.claim("ANSWER", declined),
                        "/staff/tasks/rating/" + TRIAGE.claim("REVIEW", rated), "/staff/cases/" + rated, "/staff/lists",
                        "/staff/tasks/tell/" + TRIAGE.claim("REVIEW", untold),
                        "/staff/lists/" + frozen, "/staff/lists/" + frozen + "/versions", corrected.redactions(),
                        "/staff/answers", "/staff/answers/supporters", "/staff/answers/batch/DZ2025",
                        "/staff/answers/templates/DZ2025", "/staff/outbox", "/staff/mailbox", "/staff/desk",
                        "/staff/mailbox/" + mail, "/staff/mailbox/" + mail + "/source", "/staff/mailbox/reconciliation",
                        "/staff/tasks/review/" + review,
                        "/staff/tasks/photo/" + Handling.claimOn(TRIAGE, "REVIEW", pictured)),
                "chief", List.of("/staff", "/staff/campaigns", "/staff/campaigns/DZ2025", "/staff/new-campaign",
                        "/staff/privacy-notice",
                        "/staff/tasks/answer/" + release, "/staff/password",
                        "/staff/tasks/person/" + CHIEF.claim("REVIEW", asks.caseNumber()),
                        "/staff/tasks/decision/" + Handling.claimOn(CHIEF, "DECISION", frozen),
                        "/staff/tasks/supervision/" + CHIEF.claim("SUPERVISION", evaluating), "/staff/supervisions/" + notice,
                        "/staff/lists/" + frozen + "/vote", "/staff/tasks/redact/" + corrected.redact(),
                        "/staff/closing/DZ2025",
                        "/staff/projects", "/published/DZ2025", "/published/DZ2025/projects/" + pictured),
                "dept-housing", List.of("/staff", "/staff/tasks/evaluation/" + housing.claim("EVALUATION", evaluating),
                        "/staff/cases/" + evaluating,
                        "/staff/tasks/progress/" + withPhoto(housing, Handling.claimOn(housing, "PROGRESS", project)),
                        "/staff/tasks/supervision/" + Handling.claimOn(housing, "SUPERVISION", project),
                        "/staff/projects/" + project, "/staff/projects/" + pictured,
                        "/staff/projects/" + pictured + "/photos/" + internal + "/destroy"),
                "desk-tangxiang",
                List.of("/staff/desk", "/staff/desk/cases", "/staff/desk/register", "/staff/desk/sheets",
                        "/staff/desk/sheets/" + sheet, "/staff/desk/cases/" + deskCase + "/further", "/blank-form"),
                "leader", List.of("/staff", "/staff/cases", "/staff/lists/" + frozen + "/vote"),
                "auditor", List.of("/staff/audit", "/staff/closing/DZ2025"), "admin",
                List.of("/staff/calendar", "/staff/admin/accounts", "/staff/admin/mailboxes", "/staff/admin/mailboxes/new",
                        "/staff/admin/digest",
                        "/staff/mailbox", "/staff/mailbox/reconciliation"));
    }

    private static String withPhoto(StaffUser lead, String task) {
        ReportPhotos.add(lead, task, "工人正在安装导轨").statusCode(201);
        return task;
    }

    /** A project with a photo that everyone sees, one for staff only, and one that waits. */
    private String pictured(StaffUser lead) {
        String project = Handling.project(Handling.shortlisted(Submission.web()));
        ReportPhotos.add(lead, Handling.claimOn(lead, "PROGRESS", project), "路边停着一辆车").statusCode(201);
        report(lead, withPhoto(lead, Handling.taskOn(lead, "PROGRESS", project)));
        List<String> photos = TRIAGE.call().get("/api/v1/projects/" + project + "/photos").then().extract().path("id");
        TRIAGE.complete(Handling.claimOn(TRIAGE, "REVIEW", project), Map.of("outcome", "JUDGE", "photos",
                List.of(Map.of("id", photos.get(0), "verdict", "PUBLIC"),
                        Map.of("id", photos.get(1), "verdict", "INTERNAL", "reason", "车牌可以看清")),
                "seen", true)).statusCode(200);
        await().atMost(PATIENCE).until(() -> clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project) > 0);
        await().atMost(PATIENCE).until(() -> Handling.taskOn(lead, "PROGRESS", project) != null);
        report(lead, withPhoto(lead, Handling.claimOn(lead, "PROGRESS", project)));
        return project;
    }

    private static String photo(String project, String state) {
        return TRIAGE.call().get("/api/v1/projects/" + project + "/photos").then().extract()
                .path("find { it.state == '" + state + "' }.id");
    }

    private static void report(StaffUser lead, String task) {
        lead.complete(task, Map.of("outcome", "REPORT", "month",
                YearMonth.now(ZoneId.of("Asia/Shanghai")).toString(), "status", "CONTINUING", "text", "正在推进。")).statusCode(202);
    }

    /**
     * A published list that has been corrected since.
     *
     * @param list its id
     * @param old id of the version before
     * @param redact the chief's task to black out words of it
     */
    private record Corrected(String list, String old, String redact) {

        static Corrected once() {
            String number = Handling.shortlisted(Submission.web());
            String list = Handling.frozen(number);
            Handling.decided(list, Map.of(number, Map.of("result", "ADOPTED")));
            Handling.published(list);
            String old = given().get("/api/v1/publications/DZ2025").then().extract()
                    .path("lists.find { it.list == '" + list + "' }.id");
            TRIAGE.call().post("/api/v1/lists/" + list + "/publication/corrections").then().statusCode(201);
            TRIAGE.complete(Handling.claimOn(TRIAGE, "PUBLICATION", list), Map.of("outcome", "SUBMIT", "title",
                    "2025年重点民生实事项目", "text", "经研究，现将项目予以公布。", "correction", "删去不应公开的内容。")).statusCode(200);
            CHIEF.complete(Handling.claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(202);
            String redact = TRIAGE.call(Map.of("version", old, "reason", "不应公开", "passages", List.of("经研究决定")))
                    .post("/api/v1/lists/" + list + "/redactions").then().statusCode(201).extract().path("task");
            CHIEF.call().post("/api/v1/tasks/" + redact + "/claim").then().statusCode(200);
            return new Corrected(list, old, redact);
        }

        String redactions() {
            return "/staff/lists/" + list + "/redactions?version=" + old;
        }
    }

    private static String ratedBadly() {
        Receipt receipt = Submission.web().register();
        Handling.evaluated(receipt.caseNumber());
        TRIAGE.settle("CONCLUSION", receipt.caseNumber(), Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));
        given().contentType(ContentType.JSON).body(Map.of("name", "附议人", "phone", "13900001111", "consent", true))
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/supports").then().statusCode(201);
        Handling.answerReleased(receipt.caseNumber(), "ONLINE");
        given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON)
                .body(Map.of("score", 1, "comment", "没有说清楚")).post("/api/v1/proposals/" + receipt.caseNumber() + "/rating")
                .then().statusCode(200);
        return receipt.caseNumber();
    }
}
