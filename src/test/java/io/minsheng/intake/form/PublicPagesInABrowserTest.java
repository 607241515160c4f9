package io.minsheng.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesInABrowserTest {

    private static final List<String> PAGES = List.of("/", "/propose", "/track", "/proposals", "/privacy", "/sitemap", "/login",
            "/nothing",
            "/look", "/look/staff");

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
                page.navigate("/look");
                page.click("text=长者模式");
                assertThat(Browsers.isTooWide(page)).as("elder mode at " + width).isFalse();
            }
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (BrowserContext visitor = browsers.visitor(1280, false)) {
            walk(visitor.newPage(), each -> {
            });
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
            assertThat(phone.textContent(".error-summary")).contains("请选择 1 到 5 分");
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
