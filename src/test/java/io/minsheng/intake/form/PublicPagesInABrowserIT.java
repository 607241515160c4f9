package io.minsheng.intake.form;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.GpsPhoto;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.InABrowser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PublicPagesInABrowserIT extends InABrowser {

    private static final List<String> PAGES = List.of("/", "/propose", "/track", "/proposals", "/published",
            "/published/DZ2025", "/privacy", "/sitemap", "/login",
            "/nothing",
            "/look", "/look/staff");

    /** Else the tests below would be green whatever the pages are like. */
    @Test
    void theExaminationFindsBarriers() {
        try (BrowserContext examiner = browsers.examiner(1280)) {
            Page page = examiner.newPage();
            page.navigate("/privacy");
            page.evaluate("document.documentElement.removeAttribute('lang'); document.querySelector('main').innerHTML ="
                    + " '<img src=\"/favicon.ico\"><p style=\"color: #aaa; background: #fff\">看不清</p>'");
            assertThat(Browsers.barriers(page)).hasSize(3).anyMatch(each -> each.contains("html-has-lang"))
                    .anyMatch(each -> each.contains("image-alt")).anyMatch(each -> each.contains("color-contrast"));
        }
    }

    @Test
    void everyPageIsUsableForEveryone() {
        List<String> barriers = new ArrayList<>();
        try (BrowserContext examiner = browsers.examiner(1280)) {
            Page page = examiner.newPage();
            for (String path : PAGES) {
                page.navigate(path);
                barriers.addAll(Browsers.barriers(page));
            }
            walk(page, each -> barriers.addAll(Browsers.barriers(each)));
            page.navigate("/");
            page.click("text=长者模式");
            barriers.addAll(Browsers.barriers(page));
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnAPhoneOrWhenEnlarged() {
        for (int width : new int[] { 375, 640 }) {
            try (BrowserContext visitor = browsers.visitor(width, true)) {
                Page page = visitor.newPage();
                for (String path : PAGES) {
                    page.navigate(path);
                    assertThat(Browsers.isTooWide(page)).as(path + " at " + width).isFalse();
                }
                walk(page, each -> assertThat(Browsers.isTooWide(each)).as(each.url() + " at " + width).isFalse());
            }
        }
    }

    @Test
    void elderModeIsLargeAndFitsAPhoneOnEveryPage() {
        Receipt receipt = Submission.web().titled("给海棠路小学门口划一个很长很长的学生上下学接送区并安排人员值守").register();
        String number = Handling.evaluated(Submission.web().titled("长者也看得清的公开建议"));
        try (BrowserContext visitor = browsers.examiner(390)) {
            Page page = visitor.newPage();
            page.navigate("/");
            page.click("button:has-text('长者模式')");
            List<String> faults = new ArrayList<>();
            page.navigate("/track/" + receipt.caseNumber() + "?code=" + receipt.queryCode());
            List<String> paths = new ArrayList<>(PAGES);
            paths.removeAll(List.of("/look", "/look/staff"));
            paths.addAll(List.of("/proposals/" + number, "/track/" + receipt.caseNumber(),
                    "/track/" + receipt.caseNumber() + "/data", "/track/" + receipt.caseNumber() + "/data?kind=CORRECT",
                    "/track/" + receipt.caseNumber() + "/data?kind=ERASE"));
            paths.forEach(path -> {
                page.navigate(path);
                faults.addAll(elderFaults(page));
            });
            walk(page, each -> faults.addAll(elderFaults(each)));
            page.navigate("/");
            faults.addAll(Browsers.barriers(page));
            page.navigate("/track/" + receipt.caseNumber() + "/data?kind=ERASE");
            faults.addAll(Browsers.barriers(page));
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> elderFaults(Page page) {
        List<String> faults = new ArrayList<>();
        if (Browsers.isTooWide(page)) {
            faults.add(page.url() + " is too wide");
        }
        if (!page.isVisible(".elder-call a[href^='tel:']")) {
            faults.add(page.url() + " does not say where to call");
        }
        if (!page.evaluate("getComputedStyle(document.body).fontSize").equals("20px")) {
            faults.add(page.url() + " has small letters");
        }
        return faults;
    }

    @Test
    void theWholeWayIsWalkedWithTheKeyboardAlone() {
        try (BrowserContext visitor = browsers.visitor(1280, true)) {
            Page page = visitor.newPage();
            page.navigate("/");
            press(page, "a[href$='/propose'].button-primary", "Enter");
            type(page, "#title", "给古龙初中宿舍加装热水浴室");
            press(page, "input[name=category]", "Space");
            type(page, "#content", "一周五天只有星期三能洗一回热水澡，请装热水器。");
            press(page, ".actions button[value=next]", "Enter");
            if (page.isVisible("button[value=different]")) {
                press(page, "button[value=different]", "Enter");
            }
            type(page, "#place", "古龙初中");
            page.keyboard().press("Enter");
            page.waitForSelector("[id='proposer.name']");
            type(page, "[id='proposer.name']", "唐秀兰");
            type(page, "[id='proposer.phone']", "13900009259");
            press(page, "#consent", "Space");
            press(page, ".actions button[value=next]", "Enter");
            press(page, ".actions button[value=submit]", "Enter");
            assertThat(page.textContent("h1")).contains("受理回执");
            press(page, ".actions form[action$='/track'] button", "Enter");
            press(page, "details:has(form[action$='/withdraw']) summary", "Enter");
            type(page, "#reason", "重复提交了");
            press(page, "button:has-text('确认撤回')", "Enter");
            assertThat(page.textContent("main")).contains("这条建议已按您的要求撤回");
        }
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().insertText(text);
    }

    /** Goes to a control as a keyboard does, sees that it shows the focus, and presses a key. */
    private static void press(Page page, String control, String key) {
        tabTo(page, control);
        if (key.equals("Enter") && !control.contains("summary")) {
            page.waitForNavigation(() -> page.keyboard().press(key));
        } else {
            page.keyboard().press(key);
        }
    }

    private static void tabTo(Page page, String control) {
        page.waitForSelector(control);
        for (int i = 0; i < 80; i++) {
            if ((Boolean) page.evaluate("control => document.activeElement.matches(control)", plain(control))) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isNotEqualTo("none");
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard never comes to " + control + " at " + page.url());
    }

    /** The browser itself knows no {@code :has-text}. */
    private static String plain(String control) {
        return control.replaceAll(":has-text\\([^)]*\\)", "");
    }

    @Test
    void reloadingAndACrashLoseNothingForAWeek() {
        try (BrowserContext visitor = browsers.visitor(375, true)) {
            Page page = visitor.newPage();
            begin(page);
            page.fill("[id='proposer.name']", "唐秀兰");
            page.reload();
            assertThat(page.inputValue("[id='proposer.name']")).as("kept as long as the tab is open").isEqualTo("唐秀兰");
            assertThat((String) page.evaluate("JSON.stringify(localStorage)")).contains("古龙初中").doesNotContain("唐秀兰");

            Page elsewhere = visitor.newPage();
            elsewhere.navigate("/propose");
            assertThat(elsewhere.inputValue("#title")).as("after a crash").isEqualTo("来回翻页也不丢的建议");
            elsewhere.evaluate("Object.keys(localStorage).forEach(key => localStorage.setItem(key, JSON.stringify("
                    + "{ at: Date.now() - 8 * 24 * 3600 * 1000, fields: JSON.parse(localStorage.getItem(key)).fields })))");
            elsewhere.navigate("/propose");
            assertThat(elsewhere.inputValue("#title")).as("after a week").isEmpty();
        }
    }

    @Test
    void goingBackAndForwardLosesNothing() {
        try (BrowserContext visitor = browsers.visitor(375, true)) {
            Page page = visitor.newPage();
            begin(page);
            page.goBack();
            assertThat(page.inputValue("#place")).isEqualTo("古龙初中");
            page.goBack();
            assertThat(page.inputValue("#title")).isEqualTo("来回翻页也不丢的建议");
            page.goForward();
            assertThat(page.inputValue("#place")).isEqualTo("古龙初中");
        }
    }

    private static void begin(Page page) {
        page.navigate("/propose");
        page.fill("#title", "来回翻页也不丢的建议");
        page.check("input[name=category][value=EDUCATION]");
        page.fill("#content", "翻页的时候浏览器要记得写过的话，这样老人也不怕按错。");
        next(page, "#place");
        page.fill("#place", "古龙初中");
        next(page, "[id='proposer.name']");
    }

    private static void next(Page page, String field) {
        page.waitForNavigation(() -> page.click(".actions button[value=next]"));
        if (page.isVisible("button[value=different]")) {
            page.click("button[value=different]");
        }
        page.waitForSelector(field);
    }

    @Test
    void theSlipFitsOneSheetOfPaper() throws IOException {
        Receipt receipt = Submission.web().titled("给".repeat(60)).register();
        try (BrowserContext visitor = browsers.visitor(1280, true)) {
            Page page = visitor.newPage();
            for (boolean elder : new boolean[] { false, true }) {
                page.navigate("/look");
                if (elder) {
                    page.click("button:has-text('长者模式')");
                }
                page.evaluate("([number, code]) => { const form = document.createElement('form'); form.method = 'post';"
                        + " form.action = '/receipt/slip'; for (const [name, value] of [['number', number], ['code', code]]) {"
                        + " const field = document.createElement('input'); field.name = name; field.value = value;"
                        + " form.append(field); } document.body.append(form); form.submit(); }",
                        List.of(receipt.caseNumber(), receipt.queryCode()));
                page.waitForSelector(".sheet .qr");
                try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                    assertThat(paper.getNumberOfPages()).isEqualTo(1);
                    assertThat(paper.getPage(0).getMediaBox().getHeight()).as("A4").isBetween(840f, 844f);
                    assertThat(new PDFTextStripper().getText(paper)).contains(receipt.caseNumber(), receipt.queryCode());
                }
            }
        }
    }

    @Test
    void everythingWorksWithoutScript() throws IOException {
        try (BrowserContext visitor = browsers.visitor(1280, false)) {
            Page page = visitor.newPage();
            walk(page, each -> {
            });
            page.setInputFiles("#file", new FilePayload("路口.jpg", "image/jpeg", GpsPhoto.jpg()));
            page.click("button:has-text('上传')");
            assertThat(page.textContent("main")).contains("路口.jpg");
            page.click("button:has-text('查看进度')");
            page.setInputFiles("#file", new FilePayload("假.jpg", "image/jpeg", "MZ".getBytes(US_ASCII)));
            page.click("button:has-text('上传')");
            assertThat(page.textContent("#file-error")).contains("可以上传的文件类型");
            page.click("text=查阅、更正或删除我的个人信息");
            page.click("text=申请查阅");
            page.click("button:has-text('提交申请')");
            assertThat(page.textContent("main")).contains("您的申请已提交", "办理中");
            page.click("nav.breadcrumb a[href*='/track/']");
            page.click("summary:has-text('撤回')");
            page.fill("#reason", "重复提交了");
            page.click("button:has-text('确认撤回')");
            assertThat(page.textContent("main")).contains("这条建议已按您的要求撤回");
        }
    }

    @Test
    void keepsADraftInTheBrowserUntilTheReceipt() {
        try (BrowserContext visitor = browsers.visitor(1280, true)) {
            Page page = visitor.newPage();
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/propose");
            page.fill("#title", "明天再写完的建议");
            page.navigate("/propose");
            assertThat(page.inputValue("#title")).isEqualTo("明天再写完的建议");
            assertThat(page.isVisible("#draft-note")).isTrue();
            walk(page, each -> {
            });
            page.navigate("/propose");
            assertThat(page.inputValue("#title")).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theCodeBehindTheHashOpensTheCase() {
        try (BrowserContext visitor = browsers.visitor(375, true)) {
            Page page = visitor.newPage();
            walk(page, each -> {
            });
            String number = page.inputValue("form[action$='/track'] input[name=number] >> nth=0");
            String code = page.inputValue("form[action$='/track'] input[name=code] >> nth=0");
            page.navigate("/track?number=" + number + "#" + code);
            page.waitForURL("**/track/" + number);
            assertThat(page.textContent(".strip .here")).contains("你在这里");
        }
    }

    @Test
    void anAnswerIsRatedWithoutScript() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        Handling.TRIAGE.settle("TRIAGE", number,
                Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求"));
        Handling.answerReleased(number, "ONLINE");
        try (BrowserContext examiner = browsers.examiner(1280); BrowserContext visitor = browsers.visitor(375, false)) {
            Page page = examiner.newPage();
            page.navigate("/track/" + number + "?code=" + receipt.queryCode());
            assertThat(Browsers.barriers(page)).isEmpty();
            Page phone = visitor.newPage();
            phone.navigate("/track/" + number + "?code=" + receipt.queryCode());
            phone.click("button:has-text('提交评价')");
            assertThat(phone.textContent(".error-summary")).contains("请选择满意程度（1 到 5 分）");
            phone.check("input[name=score][value='2']");
            phone.fill("#comment", "没有说清楚下一步找谁。");
            assertThat(Browsers.isTooWide(phone)).isFalse();
            phone.click("button:has-text('提交评价')");
            assertThat(phone.textContent("main")).contains("感谢您的评价", "不满意", "没有说清楚下一步找谁");
            page.reload();
            assertThat(Browsers.barriers(page)).isEmpty();
        }
    }

    @Test
    void aPublicSuggestionIsSupportedWithoutScript() {
        String number = Handling.evaluated(Submission.web().titled("没有脚本也能附议的建议"));
        try (BrowserContext examiner = browsers.examiner(1280); BrowserContext visitor = browsers.visitor(375, false)) {
            Page page = examiner.newPage();
            page.navigate("/proposals/" + number);
            assertThat(Browsers.barriers(page)).isEmpty();
            Page phone = visitor.newPage();
            phone.navigate("/proposals");
            phone.click("a:has-text('没有脚本也能附议的建议')");
            phone.click("button:has-text('提交附议')");
            assertThat(phone.textContent(".error-summary")).contains("请填写姓名");
            phone.fill("#name", "测试戊");
            phone.fill("#phone", "13900006666");
            phone.check("#consent");
            phone.click("button:has-text('提交附议')");
            assertThat(phone.textContent("main")).contains("附议已登记", "2 人提出或附议");
            assertThat(Browsers.isTooWide(phone)).isFalse();
            phone.click("button:has-text('查看进度')");
            assertThat(phone.textContent("main")).contains("您附议的建议");
        }
    }

    @Test
    void whoFindsTheLikeSupportsItInstead() {
        String number = Handling.evaluated(Submission.web().titled("珍珠湖公园建公厕").saying("珍珠湖公园没有公厕，老人孩子不方便。"));
        try (BrowserContext examiner = browsers.examiner(390); BrowserContext visitor = browsers.visitor(390, false)) {
            Page page = examiner.newPage();
            chooseTheLike(page, number);
            assertThat(Browsers.barriers(page)).isEmpty();
            assertThat(page.inputValue("#text")).startsWith("珍珠湖公园修个厕所").endsWith("。");
            Page phone = visitor.newPage();
            chooseTheLike(phone, number);
            assertThat(Browsers.isTooWide(phone)).isFalse();
            phone.click("button:has-text('继续填写我的建议')");
            phone.click(".actions button[value=back]");
            assertThat(phone.inputValue("#title")).isEqualTo("珍珠湖公园修个厕所");
            assertThat(phone.inputValue("#content")).hasSize(220);
        }
    }

    private static void chooseTheLike(Page page, String number) {
        page.navigate("/propose");
        page.fill("#title", "珍珠湖公园修个厕所");
        page.check("input[name=category][value=HOUSING]");
        page.fill("#content", "珍珠湖公园没有公厕，请建公厕，老人孩子都方便。".repeat(10).substring(0, 219) + "。");
        page.click(".actions button[value=next]");
        page.click("button[formaction$='" + number + "']");
        assertThat(page.textContent("main")).contains("珍珠湖公园建公厕", "您写了");
    }

    @Test
    void publishedProjectsAreALineEachOnAPhone() {
        Handling.project(Handling.shortlisted(Submission.web().titled("手机上的一行")));
        try (BrowserContext examiner = browsers.examiner(390); BrowserContext visitor = browsers.visitor(390, false)) {
            Page page = examiner.newPage();
            page.navigate("/published/DZ2025");
            page.click(".folded summary >> nth=0");
            assertThat(page.isVisible(".folded a:has-text('逐月进展和照片') >> nth=0")).isTrue();
            assertThat(page.isVisible("th:has-text('配合单位') >> nth=0")).isFalse();
            assertThat(Browsers.barriers(page)).isEmpty();
            Page phone = visitor.newPage();
            phone.navigate("/published/DZ2025?category=HOUSING");
            phone.click(".folded summary >> nth=0");
            phone.click(".folded a >> nth=0");
            assertThat(phone.textContent("h1")).isNotBlank();
            assertThat(phone.url()).contains("/projects/");
        }
    }

    /** From the first step to the receipt, looking at every page on the way. */
    private static void walk(Page page, Consumer<Page> look) {
        page.navigate("/propose");
        page.click(".actions button[value=next]");
        look.accept(page);
        page.fill("#title", "给古龙初中宿舍加装热水浴室");
        page.check("input[name=category][value=EDUCATION]");
        page.fill("#content", "一周五天只有星期三能洗一回热水澡，请装热水器。");
        page.click(".actions button[value=next]");
        look.accept(page);
        page.fill("#place", "古龙初中");
        page.click(".actions button[value=next]");
        look.accept(page);
        page.fill("[id='proposer.name']", "唐秀兰");
        page.fill("[id='proposer.phone']", "13900009259");
        page.check("#consent");
        page.click(".actions button[value=next]");
        look.accept(page);
        page.click(".actions button[value=submit]");
        look.accept(page);
        assertThat(page.textContent("h1")).contains("受理回执");
    }
}
