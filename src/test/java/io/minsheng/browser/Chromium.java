package io.minsheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import io.restassured.RestAssured;

/** The system's Chromium, headless, told to reach nothing but the server under test. */
final class Chromium implements AutoCloseable {

    static final int DESKTOP = 1280;
    static final int PHONE = 375;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox",
                    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync")));

    /** A fresh window: no cookies, nothing remembered. */
    Page window(int width, boolean javaScript) {
        return browser.newContext(new NewContextOptions().setViewportSize(width, 900).setLocale("zh-CN")
                .setBaseURL("http://localhost:" + RestAssured.port).setJavaScriptEnabled(javaScript)).newPage();
    }

    /** A window in which a member of staff has signed in through the login page. */
    Page signedIn(String username, int width) {
        Page page = window(width, true);
        page.navigate("/login");
        page.fill("[name=j_username]", username);
        page.fill("[name=j_password]", "minsheng-demo");
        page.click("button:has-text('登录')");
        assertThat(page.url()).contains("/staff");
        return page;
    }

    /** No violation of WCAG 2.2 A and AA, and nothing that sticks out of the window. */
    static void isAccessible(Page page) {
        AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(results.getViolations()).as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream().limit(3).map(node -> node.getTarget() + " " + node.getHtml()).toList())
                .isEmpty();
        fitsTheWindow(page);
    }

    static void fitsTheWindow(Page page) {
        int overhang = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        assertThat(overhang).as("pixels that stick out at " + page.url()).isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
