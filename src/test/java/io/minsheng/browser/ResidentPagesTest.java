package io.minsheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.minsheng.fixture.StaffUser;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ResidentPagesTest {

    private static final String TITLE = "给古龙初中宿舍加装热水浴室 <b>急</b>";
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void proposesAndTracksOnADesktop() {
        proposesAndTracks(chromium.window(Chromium.DESKTOP, true), true);
    }

    @Test
    void proposesAndTracksOnAPhone() {
        proposesAndTracks(chromium.window(Chromium.PHONE, true), true);
    }

    @Test
    void proposesAndTracksWithoutJavaScript() {
        proposesAndTracks(chromium.window(Chromium.PHONE, false), false);
    }

    @Test
    void proposesWithTheKeyboardOnly() {
        Page page = chromium.window(Chromium.DESKTOP, true);
        page.navigate("/propose");
        page.focus("[name=title]");
        page.keyboard().type("给古龙初中宿舍加装热水浴室");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("住校生一周只能洗一次热水澡，请加装浴室。");
        page.focus("[name=title]");
        page.keyboard().press("Enter");
        page.waitForSelector("[name=township]");
        page.focus("[name=place]");
        page.keyboard().press("Enter");
        page.waitForSelector("[name='proposer.name']");
        page.focus("[name='proposer.name']");
        page.keyboard().type("测试甲");
        page.focus("[name='proposer.phone']");
        page.keyboard().type("13800001234");
        page.focus("[name=consent]");
        page.keyboard().press("Space");
        page.focus("[name='proposer.phone']");
        page.keyboard().press("Enter");
        page.waitForSelector("text=请核对");
        page.focus("button.button-primary");
        page.keyboard().press("Enter");
        page.waitForSelector(".big-code");
        assertThat(page.textContent("h1")).isEqualTo("受理回执");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        Page page = chromium.window(Chromium.DESKTOP, true);
        page.navigate("/propose");
        page.fill("[name=title]", "短");
        page.fill("[name=content]", "这里写了十个字以上的内容，不应丢失。");
        page.click("button.button-primary");
        assertThat(page.textContent(".error-summary")).contains("建议事项名称").contains("请选择事项类别");
        assertThat(page.inputValue("[name=title]")).isEqualTo("短");
        assertThat(page.inputValue("[name=content]")).contains("不应丢失");
        Chromium.isAccessible(page);
    }

    @Test
    void everyPublicPageIsAccessibleAlsoInElderMode() {
        for (int width : new int[] { Chromium.DESKTOP, Chromium.PHONE }) {
            Page page = chromium.window(width, true);
            for (String path : new String[] { "/", "/propose", "/track", "/privacy", "/sitemap", "/published/DZ2025",
                    "/login" }) {
                page.navigate(path);
                Chromium.isAccessible(page);
            }
            page.navigate("/");
            page.click("button:has-text('长者模式')");
            for (String path : new String[] { "/", "/propose", "/track", "/published/DZ2025" }) {
                page.navigate(path);
                assertThat(page.getAttribute("html", "class")).contains("elder");
                Chromium.isAccessible(page);
            }
        }
    }

    private void proposesAndTracks(Page page, boolean checked) {
        page.navigate("/");
        page.click("text=我要提建议");
        page.fill("[name=title]", TITLE);
        page.check("[name=category][value=EDUCATION]");
        page.fill("[name=content]", "住校生一周只能洗一次热水澡，请加装浴室。");
        next(page, checked);
        page.selectOption("[name=township]", "gulong");
        next(page, checked);
        page.fill("[name='proposer.name']", "测试甲");
        page.fill("[name='proposer.phone']", "13800001234");
        page.check("[name=consent]");
        next(page, checked);
        assertThat(page.content()).contains("请核对").contains("测试甲");
        page.click("button.button-primary");
        page.waitForSelector(".big-code");
        if (checked) {
            Chromium.isAccessible(page);
        }
        String number = page.locator(".big-code").nth(0).textContent();
        String code = page.locator(".big-code").nth(1).textContent();
        assertThat(page.textContent("main")).contains(TITLE);

        page.navigate("/track");
        page.fill("[name=number]", number);
        page.fill("[name=code]", code);
        page.click("button.button-primary");
        assertThat(page.textContent("main")).contains(number).contains("已收到");
        if (checked) {
            Chromium.isAccessible(page);
        }
        new StaffUser("triage").claim("TRIAGE", number);
        page.reload();
        assertThat(page.textContent("main")).contains("分类整理");
    }

    private static void next(Page page, boolean checked) {
        if (checked) {
            Chromium.isAccessible(page);
        }
        page.click("button.button-primary");
        assertThat(page.locator(".error-summary").count()).as(page.url()).isZero();
    }
}
