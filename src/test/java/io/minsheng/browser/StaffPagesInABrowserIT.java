package io.minsheng.browser;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.InABrowser;
import io.minsheng.fixture.ReportPhotos;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** The office's pages as people use them: signed in through the login page, with the mouse, on a desk and on a phone. */
@QuarkusTest
class StaffPagesInABrowserIT extends InABrowser {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 375;

    @Test
    void triageAcceptsACaseFromTheWorkList() {
        String number = Submission.web().titled("在页面上受理的建议").caseNumber();
        Page page = Browsers.signedIn(browsers.visitor(DESKTOP, true), "triage");
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
        Page lead = Browsers.signedIn(browsers.visitor(PHONE, false), "dept-housing");
        lead.navigate("/staff/tasks/progress/" + Handling.claimOn(housing, "PROGRESS", project));
        lead.fill("[name=text]", "电梯正在安装。");
        lead.setInputFiles("#photo", new FilePayload("电梯.jpg", "image/jpeg", ReportPhotos.photo()));
        lead.click("button:has-text('上传')");
        assertThat(lead.inputValue("[name=text]")).isEqualTo("电梯正在安装。");
        lead.fill("[name^=caption-]", caption);
        lead.check("[name=status][value=CONTINUING]");
        lead.click("button.button-primary:has-text('报送')");
        lead.waitForURL("**/staff?done=**");

        Page office = Browsers.signedIn(browsers.visitor(PHONE, false), "triage");
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
        Page office = Browsers.signedIn(browsers.visitor(DESKTOP, true), "triage");
        List<String> complaints = Browsers.complaints(office);
        office.navigate("/staff/mailbox/" + mail);
        office.click("a:has-text('去处理')");
        office.locator("iframe").scrollIntoViewIfNeeded();
        showsPages(office, "/staff/mailbox/" + mail + "/files/0?inline=true");

        Page desk = Browsers.signedIn(browsers.visitor(DESKTOP, true), "desk-tangxiang");
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

        Page plain = Browsers.signedIn(browsers.visitor(DESKTOP, false), "desk-tangxiang");
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
        Page page = Browsers.signedIn(browsers.examiner(DESKTOP), "triage");
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
        Page page = Browsers.signedIn(browsers.examiner(DESKTOP), "triage");
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
        Page page = Browsers.signedIn(browsers.examiner(DESKTOP), "triage");
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
}
