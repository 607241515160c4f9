package io.minsheng.browser;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.ReportPhotos;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** The office's pages as people use them: signed in through the login page, with the mouse, on a desk and on a phone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPagesInABrowserIT {

    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final int DESKTOP = 1280;
    private static final int PHONE = 375;
    private static final int HEIGHT = 900;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Clockwork clockwork;

    private Browsers browsers;

    @BeforeAll
    void open() {
        browsers = Browsers.at(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    @AfterAll
    void close() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void triageAcceptsACaseFromTheWorkList() {
        String number = Submission.web().titled("在页面上受理的建议").caseNumber();
        Page page = signedIn(browsers.visitor(DESKTOP, true), "triage");
        page.navigate("/staff/tasks/" + TRIAGE.task("TRIAGE", number));
        page.click("button:has-text('领取')");
        assertThat(page.textContent("main")).contains("在页面上受理的建议");
        assertThat(page.content()).doesNotContain(Submission.PHONE);
    }

    @Test
    void aPhotoGoesItsWayOnATelephoneWithoutScripts() {
        StaffUser housing = new StaffUser("dept-housing");
        String caption = "第三部电梯已经装好";
        String project = Handling.project(Handling.shortlisted(Submission.web()));
        Page lead = signedIn(browsers.visitor(PHONE, false), "dept-housing");
        lead.navigate("/staff/tasks/progress/" + Handling.claimOn(housing, "PROGRESS", project));
        lead.fill("[name=text]", "电梯正在安装。");
        lead.setInputFiles("#photo", new FilePayload("电梯.jpg", "image/jpeg", ReportPhotos.photo()));
        lead.click("button:has-text('上传')");
        assertThat(lead.inputValue("[name=text]")).isEqualTo("电梯正在安装。");
        lead.fill("[name^=caption-]", caption);
        lead.check("[name=status][value=CONTINUING]");
        lead.click("button.button-primary:has-text('报送')");
        lead.waitForURL("**/staff?done=**");

        Page office = signedIn(browsers.visitor(PHONE, false), "triage");
        office.navigate("/staff/tasks/photo/" + Handling.claimOn(TRIAGE, "REVIEW", project));
        assertThat(office.getByAltText(caption).isVisible()).isTrue();
        office.check("[value=PUBLIC]");
        office.check("#seen");
        office.click("button:has-text('核看完毕')");
        office.waitForURL("**/staff?done=**");

        Page everyone = browsers.visitor(PHONE, false).newPage();
        everyone.navigate("/published/DZ2025/projects/" + project);
        assertThat(everyone.getByAltText(caption).isVisible()).isTrue();
    }

    @Test
    void aScanIsShownBesideTheFormThatIsFilledFromIt() throws IOException {
        byte[] scan = Files.readAllBytes(Path.of("src/test/resources/letters/headed.pdf"));
        String mail = TRIAGE.call().contentType("message/rfc822").body(
                ("From: <scan@example.org>\r\nSubject: a scan\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee\r\n--b\r\n"
                        + "Content-Type: text/html; name=scan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(scan) + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/mailbox/messages").then().statusCode(201).extract().path("id");
        Page office = signedIn(browsers.visitor(DESKTOP, true), "triage");
        List<String> complaints = Browsers.complaints(office);
        office.navigate("/staff/mailbox/" + mail);
        office.click("a:has-text('去处理')");
        office.locator("iframe").scrollIntoViewIfNeeded();
        showsPages(office, "/staff/mailbox/" + mail + "/files/0?inline=true");

        Page desk = signedIn(browsers.visitor(DESKTOP, true), "desk-tangxiang");
        complaints.addAll(Browsers.complaints(desk));
        desk.navigate("/staff/desk");
        assertThat(desk.locator("[data-sight]").isVisible()).isFalse();
        desk.setInputFiles("#scan", new FilePayload("来信.jpg", "image/jpeg", ReportPhotos.photo()));
        desk.waitForFunction("document.querySelector('[data-sight-picture]').naturalWidth > 0");
        desk.setInputFiles("#scan", new FilePayload("来信.pdf", "application/pdf", scan));
        assertThat(desk.locator("[data-sight-picture]").isVisible()).isFalse();
        showsPages(desk, "/staff/desk/scan");
        assertThat(desk.locator("[data-sight]").boundingBox().x).isLessThan(desk.locator("#title").boundingBox().x);
        assertThat(complaints).isEmpty();

        Page plain = signedIn(browsers.visitor(DESKTOP, false), "desk-tangxiang");
        plain.navigate("/staff/desk");
        plain.setInputFiles("#scan", new FilePayload("来信.jpg", "image/jpeg", ReportPhotos.photo()));
        Page shown = plain.context().waitForPage(() -> plain.click("button:has-text('在新窗口看')"));
        shown.waitForLoadState();
        assertThat(shown.locator("img").isVisible()).isTrue();
    }

    /** The browser's own viewer has taken the file over. */
    private static void showsPages(Page page, String file) {
        page.waitForCondition(() -> page.frames().stream().map(Frame::url).anyMatch(each -> each.contains(file))
                && page.frames().stream().map(Frame::url).anyMatch(each -> each.startsWith("chrome-extension:")));
    }

    @Test
    void aCaseIsSplitByMarkingItsText() {
        String number = Submission.web().titled("信里说了两件事")
                .saying("一、把河边的人行道修好。老人散步常摔跤。二、给小区装三盏路灯！晚上看不清。").caseNumber();
        Page page = signedIn(browsers.examiner(DESKTOP), "triage");
        List<String> complaints = Browsers.complaints(page);
        page.navigate("/staff/cases/" + number + "/split");
        page.click("[data-take='parts[1]']");
        assertThat(page.textContent("fieldset:nth-of-type(2) [role=status]")).contains("请先在原文中选中");

        mark(page, "一、把河边", "摔跤。");
        page.click("[data-take='parts[0]']");
        mark(page, "二、给小区", "看不清。");
        page.click("[data-take='parts[1]']");

        assertThat(page.inputValue("[id='parts[0].content']")).isEqualTo("一、把河边的人行道修好。老人散步常摔跤。");
        assertThat(page.inputValue("[id='parts[0].title']")).isEqualTo("信里说了两件事");
        assertThat(page.inputValue("[id='parts[1].content']")).isEqualTo("二、给小区装三盏路灯！晚上看不清。");
        assertThat(page.inputValue("[id='parts[1].title']")).isEqualTo("给小区装三盏路灯");
        assertThat(Browsers.barriers(page)).isEmpty();
        page.selectOption("[id='parts[1].category']", "OTHER");
        page.click("button:has-text('拆分')");
        page.waitForSelector("text=民生实事建议分开登记告知单");
        assertThat(complaints).isEmpty();
    }

    /** As with the mouse, from the first words to the last. */
    private static void mark(Page page, String from, String to) {
        page.evaluate("""
                ([from, to]) => {
                  const text = document.querySelector('[data-split-from] .as-written').firstChild;
                  const range = document.createRange();
                  range.setStart(text, text.data.indexOf(from));
                  range.setEnd(text, text.data.indexOf(to) + to.length);
                  document.getSelection().removeAllRanges();
                  document.getSelection().addRange(range);
                }""", List.of(from, to));
    }

    @Test
    void theKeyboardLeadsThroughTheListAndFromCaseToCase() {
        String first = Submission.web().titled("键盘走查用的建议一").caseNumber();
        String second = Submission.web().titled("键盘走查用的建议二").caseNumber();
        Page page = signedIn(browsers.examiner(DESKTOP), "triage");
        List<String> complaints = Browsers.complaints(page);
        page.navigate("/staff?tab=group&q=键盘走查用的建议&sort=createdAt,asc");
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog")).isTrue();
        assertThat(Browsers.barriers(page)).isEmpty();
        page.click("dialog button:has-text('关闭')");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("x");
        assertThat(page.isChecked("[name=ids]")).isTrue();
        page.keyboard().press("Enter");
        page.waitForURL("**/staff/tasks/triage/**");
        assertThat(page.textContent("h1")).contains(first);
        page.keyboard().press("j");
        page.waitForFunction("document.querySelector('h1').textContent.includes('" + second + "')");
        page.keyboard().press("u");
        page.waitForURL("**/staff?tab=group**");
        page.click("[data-keys-open]");
        page.uncheck("#keys-on");
        page.click("dialog button:has-text('关闭')");
        page.keyboard().press("j");
        assertThat(page.isVisible("tr.selected")).isFalse();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoeverDecidesAMailSeesWhatIsAlikeWhileTyping() {
        String known = Submission.web().titled("把石马河码头的台阶修好").saying("石马河码头的台阶塌了，坐船的老人摔过。").caseNumber();
        String mail = TRIAGE.call().contentType("message/rfc822")
                .body("From: <someone@example.org>\r\nSubject: a mail\r\n\r\nNothing that a machine understands.".getBytes())
                .post("/api/v1/mailbox/messages").then().statusCode(201).extract().path("id");
        Page page = signedIn(browsers.examiner(DESKTOP), "triage");
        List<String> complaints = Browsers.complaints(page);
        page.navigate("/staff/mailbox/" + mail);
        page.click("a:has-text('去处理')");
        // asked for only once somebody looks at that part of the page
        page.locator("#reason").scrollIntoViewIfNeeded();
        page.locator(".similar-cases:has-text('没有找到类似建议')").waitFor();
        page.fill("#title", "石马河码头台阶");
        page.fill("#content", "石马河码头的台阶塌了没人修。");
        page.keyboard().press("Tab");
        page.locator(".similar-cases a:has-text('石马河码头')").waitFor();
        assertThat(Browsers.barriers(page)).isEmpty();
        page.click(".similar-cases button:has-text('填入')");
        page.waitForURL("**#caseNumber");
        assertThat(page.inputValue("#caseNumber")).isEqualTo(known);
        assertThat(page.inputValue("#title")).isEqualTo("石马河码头台阶");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aClerkEntersLetterAfterLetterWithTheKeyboardAlone() {
        try (BrowserContext context = browsers.examiner(DESKTOP)) {
            Page page = signedIn(context, "desk-tangxiang");
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/staff/desk?channel=LETTER&receivedOn=2026-01-05");
            assertThat(focused(page)).isEqualTo("channel");
            enterALetter(page, "给北门村口装两盏路灯");
            List<String> orderly = List.of("channel", "receivedOn", "postmarkedOn", "envelope", "title", "category", "content");
            assertThat(tabbedThrough).containsExactlyElementsOf(orderly);

            assertThat(page.textContent(".notice-ok")).contains("已登记：给北门村口装两盏路灯", "查询码只显示这一次");
            String first = page.textContent(".notice-ok .case-number");
            assertThat(page.textContent(".notice-ok .code")).matches("[2-9A-Z]{8}");
            assertThat((Boolean) page.evaluate("scrollY === 0")).as("the notice is in sight").isTrue();
            assertThat(Browsers.barriers(page)).isEmpty();
            assertThat(page.isChecked("[name=channel][value=LETTER]")).isTrue();
            assertThat(page.inputValue("#receivedOn")).isEqualTo("2026-01-05");
            assertThat(page.inputValue("#title")).isEmpty();
            assertThat(focused(page)).as("where typing goes on").isEqualTo("postmarkedOn");

            enterALetter(page, "给北门村口修一段护栏");
            assertThat(tabbedThrough).containsExactlyElementsOf(orderly.subList(2, orderly.size()));
            assertThat(page.textContent(".notice-ok")).contains("已登记：给北门村口修一段护栏").doesNotContain(first);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void scansAreDroppedOnTheEntryAndWrongOnesRefusedAtOnce() {
        try (BrowserContext context = browsers.visitor(DESKTOP, true)) {
            Page page = signedIn(context, "desk-tangxiang");
            page.navigate("/staff/desk?channel=LETTER&receivedOn=2026-01-05");
            page.fill("#title", "随信附照片的建议");
            drop(page, "信封.png", "程序.exe");
            assertThat(page.textContent("[data-drop-list]")).contains("✓ 信封.png", "✗ 程序.exe：不能上传这种文件，没有加入");
            drop(page, "信纸.png");
            assertThat(page.textContent("[data-drop-list]")).contains("✓ 信封.png", "✓ 信纸.png").doesNotContain("程序.exe");
            assertThat(page.inputValue("#title")).isEqualTo("随信附照片的建议");
            page.focus("#title");
            enterALetter(page, "");
            assertThat(page.textContent(".notice-ok")).contains("已登记：随信附照片的建议", "已保存扫描件 2 份");
            page.navigate("/staff/cases/" + page.textContent(".notice-ok .case-number"));
            assertThat(page.textContent("main")).contains("信封.png", "信纸.png").doesNotContain("程序.exe");
        }
    }

    /** The fields that the keyboard came through, in its order. */
    private final List<String> tabbedThrough = new ArrayList<>();

    /** Types from where the focus is to the end of the letter, and asks for the next one. */
    private void enterALetter(Page page, String title) {
        tabbedThrough.clear();
        while (!focused(page).equals("content")) {
            String field = focused(page);
            if (!tabbedThrough.contains(field)) {
                tabbedThrough.add(field);
            }
            assertThat(tabbedThrough).as("the fields on the way to the content").hasSizeLessThan(10);
            if (field.equals("title")) {
                page.keyboard().insertText(title);
            } else if (field.equals("category")) {
                page.keyboard().press("ArrowDown");
            }
            page.keyboard().press("Tab");
        }
        tabbedThrough.add("content");
        page.keyboard().insertText("北门村口晚上看不见路，老人摔过跤，请派人来看一看。");
        page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.name || document.activeElement.tagName");
    }

    private static void drop(Page page, String... names) {
        page.evaluate(
                "([png, names]) => { const files = new DataTransfer(); const bytes = Uint8Array.from(atob(png), c => c.charCodeAt(0));"
                        + " for (const name of names) files.items.add(new File([bytes], name));"
                        + " for (const type of ['dragover', 'drop']) document.querySelector('main').dispatchEvent("
                        + "new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })); }",
                List.of(PNG, List.of(names)));
    }

    @Test
    void everyStaffPageIsUsableForEveryone() {
        List<String> barriers = new ArrayList<>();
        Map<String, List<String>> paths = pages();
        paths.forEach((user, each) -> {
            try (BrowserContext context = browsers.examiner(DESKTOP)) {
                Page page = signedIn(context, user);
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
                        + "Content-Type: image/png; name=photo.png\r\nContent-Transfer-Encoding: base64\r\n\r\n" + PNG
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

    private static Page signedIn(BrowserContext context, String username) {
        Page page = context.newPage();
        page.navigate("/login");
        page.fill("[name=j_username]", username);
        page.fill("[name=j_password]", "minsheng-demo");
        page.click("#main button:has-text('登录')");
        assertThat(page.url()).contains("/staff");
        return page;
    }
}
