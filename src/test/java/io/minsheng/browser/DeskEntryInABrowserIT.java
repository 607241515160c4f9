package io.minsheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.InABrowser;
import io.minsheng.fixture.TinyPicture;
import io.quarkus.test.junit.QuarkusTest;

/** How a clerk enters letters: with the keyboard alone, and with scans dropped on the page. */
@QuarkusTest
class DeskEntryInABrowserIT extends InABrowser {

    private static final int DESKTOP = 1280;

    @Test
    void aClerkEntersLetterAfterLetterWithTheKeyboardAlone() {
        try (BrowserContext context = browsers.examiner(DESKTOP)) {
            Page page = Browsers.signedIn(context, "desk-tangxiang");
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
            Page page = Browsers.signedIn(context, "desk-tangxiang");
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
                List.of(TinyPicture.PNG, List.of(names)));
    }
}
