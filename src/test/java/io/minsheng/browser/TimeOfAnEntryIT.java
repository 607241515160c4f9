package io.minsheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.minsheng.fixture.Browsers;
import io.minsheng.fixture.InABrowser;
import io.quarkus.test.junit.QuarkusTest;

/**
 * How long a clerk takes for a letter, estimated by the keystroke-level model (Card, Moran, Newell: The Psychology of
 * Human-Computer Interaction, 1983): each key takes a skilled typist 0.2 seconds, each field 1.35 seconds of thought, and the
 * waits are the program's own. How fast Chinese words are typed is the clerk's matter; what the program asks for besides must
 * leave the most of two minutes to them.
 */
@QuarkusTest
@DisplayName("The time of a desk entry")
class TimeOfAnEntryIT extends InABrowser {

    private static final double SECONDS_A_KEY = 0.2;
    private static final double SECONDS_A_THOUGHT = 1.35;
    private static final int TWO_MINUTES = 120;
    private static final int[] CHARACTERS_A_MINUTE = { 60, 80, 100 };
    private static final String TITLE = "给北门村口装两盏路灯";
    private static final int MOST_FIELDS = 40;

    private Page page;
    private int keys;
    private int thoughts;
    private double waited;

    @Test
    void leavesThreeQuartersOfTwoMinutesToTheWords() {
        page = Browsers.signedIn(browsers.visitor(1280, true), "desk-tangxiang");
        page.navigate("/staff/desk?channel=LETTER&receivedOn=2026-01-05");
        enterTheLetter();
        keys = 0;
        thoughts = 0;

        // the second of a pile, as most are: how it came and when are still there
        enterTheLetter();

        assertThat(page.textContent(".notice-ok")).contains("已登记：" + TITLE);
        double clerk = keys * SECONDS_A_KEY + thoughts * SECONDS_A_THOUGHT;
        System.out.printf("desk entry: %.0f s besides the words: %d keys, %d fields, %.1f s of waiting%n", clerk + waited, keys,
                thoughts, waited);
        for (int each : CHARACTERS_A_MINUTE) {
            System.out.printf("  … under two minutes with %.0f characters, at %d a minute%n",
                    (TWO_MINUTES - clerk - waited) * each / 60, each);
        }
        assertThat(clerk).as("the clerk's seconds besides the words").isLessThan(TWO_MINUTES / 4.0);
    }

    private void enterTheLetter() {
        // the browser under test is an American one; elsewhere the year comes first
        go("postmarkedOn", "01032026");
        go("envelope", "A12");
        goAndWrite("title", TITLE);
        goDown("category", 4);
        goAndWrite("content", "北门村口晚上看不见路，老人摔过跤，请派人来看一看。");
        goDown("township", 10);
        goAndWrite("proposer.name", "测试甲");
        go("proposer.phone", "13800001234");
        goAndWrite("proposer.address", "示例路一号");
        long began = System.nanoTime();
        page.waitForNavigation(() -> press("Control+Enter"));
        waited = (System.nanoTime() - began) / 1e9;
    }

    /** Tabs on to a field and types keys. */
    private void go(String field, String typed) {
        tabTo(field);
        typed.chars().forEach(each -> press(Character.toString(each)));
    }

    /** Tabs on to a list and chooses what stands there. */
    private void goDown(String field, int lines) {
        tabTo(field);
        for (int i = 0; i < lines; i++) {
            press("ArrowDown");
        }
    }

    /** Tabs on to a field and writes Chinese, whose keys are the typist's. */
    private void goAndWrite(String field, String words) {
        tabTo(field);
        page.keyboard().insertText(words);
    }

    private void tabTo(String field) {
        for (int i = 0; !field.equals(page.evaluate("document.activeElement.name")); i++) {
            assertThat(i).as("fields on the way to " + field).isLessThan(MOST_FIELDS);
            press("Tab");
        }
        thoughts++;
    }

    private void press(String key) {
        keys += key.split("\\+").length;
        page.keyboard().press(key);
    }
}
