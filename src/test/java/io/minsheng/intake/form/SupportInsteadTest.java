package io.minsheng.intake.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.PageForm;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@DisplayName("Who supports another suggestion instead of the own one")
class SupportInsteadTest {

    private static final String CONTENT = "晚上漆黑一片，跑步的人害怕。\n请装太阳能灯。";

    @Test
    void findsTheOwnWordsInTheFormForIt() {
        String number = publicCase();
        Document page = page(post("/proposals/" + number, wish(CONTENT)));

        assertThat(page.getElementById("text").wholeText().strip()).isEqualTo("砗磲湖环湖路没有灯\n" + CONTENT);
        assertThat(page.getElementById("name").val()).isEqualTo("测试己");
        assertThat(page.getElementById("phone").val()).isEqualTo("13900007777");
        assertThat(page.getElementById("email").val()).isEqualTo("ji@example.cn");
        assertThat(page.getElementById("consent").hasAttr("checked")).as("another purpose, another consent").isFalse();
        assertThat(page.select("details")).as("nothing was cut").isEmpty();
        assertThat(page.select("a[href*=没有灯], form[action*=没有灯]")).as("nothing in an address").isEmpty();
    }

    @Test
    void isShownWhatDidNotFitAndCanChangeIt() {
        String number = publicCase();
        String sentence = "第一件事说来话长。";
        Document page = page(post("/proposals/" + number, wish(sentence.repeat(40))));

        String proposed = page.getElementById("text").wholeText().strip();
        assertThat(proposed.length()).isBetween(150, 200);
        assertThat(proposed).startsWith("砗磲湖环湖路没有灯\n" + sentence).endsWith(sentence);
        assertThat(page.selectFirst(".notice-warn").text()).contains("您写了 370 字，附议最多登记 200 字");
        assertThat(page.selectFirst(".notice-warn details").text()).contains(sentence.repeat(40));

        Document other = page(post("/proposals/" + number, wish("𠮷".repeat(300))));
        String without = other.getElementById("text").wholeText().strip();
        assertThat(without.codePointCount(0, without.length())).isEqualTo(200);
        assertThat(without).endsWith("𠮷…");
    }

    @Test
    void goesBackAndFindsTheWholeSuggestion() {
        PageForm support = form(page(post("/proposals/" + publicCase(), wish(CONTENT))), "/support").with("text", "改短了");

        PageForm back = goOn(support);

        assertThat(wishIn(back)).isEqualTo(wish(CONTENT));
        assertThat(back.at("step")).isEqualTo("PLACE");
    }

    @Test
    void losesNothingWhenTheSupportIsRefused() {
        String number = publicCase();
        Map<String, String> nameless = with(wish(CONTENT), "proposer.name", "");
        PageForm support = form(page(post("/proposals/" + number, nameless)), "/support").with("name", "测试庚");
        Document refused = Jsoup.parse(support.post(given(), "/proposals/" + number + "/support").then().statusCode(400)
                .extract().asString());

        assertThat(refused.select(".error-summary a").eachAttr("href")).containsExactly("#consent");
        PageForm again = form(refused, "/support");
        assertThat(again.at("name")).isEqualTo("测试庚");
        assertThat(again.at("text")).isEqualTo("砗磲湖环湖路没有灯\n" + CONTENT);
        assertThat(wishIn(goOn(again))).isEqualTo(with(nameless, "proposer.name", "测试庚"));
    }

    @Test
    void isCountedAndMayStillGoOn() {
        String number = publicCase();
        PageForm support = form(page(post("/proposals/" + number, wish(CONTENT))), "/support").with("consent", "true");
        Document done = page(support.post(given(), "/proposals/" + number + "/support"));

        assertThat(done.text()).contains("附议已登记", "2 人提出或附议");
        Handling.TRIAGE.call().get("/api/v1/cases/" + number).then().body("supports.people", equalTo(2));
        assertThat(wishIn(goOn(form(done, "/propose")))).isEqualTo(wish(CONTENT));
    }

    @Test
    void goesOnWithTheOwnOneWhereSupportComesTooLate() {
        String number = publicCase();
        Handling.TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "条件不成熟"));
        Handling.answerReleased(number, "ONLINE");
        Document late = page(post("/proposals/" + number, wish(CONTENT)));

        assertThat(late.text()).contains("不再接受附议", "您写的内容都还在");
        assertThat(wishIn(goOn(form(late, "/propose")))).isEqualTo(wish(CONTENT));
    }

    private static String publicCase() {
        return Handling.evaluated(Submission.web().titled("砗磲湖环湖路太黑").saying("砗磲湖环湖路晚上看不见路。"));
    }

    /** As the page of similar suggestions carries it. */
    private static Map<String, String> wish(String content) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("campaign", "DZ2025");
        wish.put("key", "k-amber");
        wish.put("title", "砗磲湖环湖路没有灯");
        wish.put("category", "HOUSING");
        wish.put("content", content);
        wish.put("place", "砗磲湖");
        wish.put("proposer.name", "测试己");
        wish.put("proposer.phone", "13900007777");
        wish.put("proposer.email", "ji@example.cn");
        wish.put("consent", "true");
        return wish;
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    /** Presses the button that leads on with the own suggestion. */
    private static PageForm goOn(PageForm form) {
        return form(page(form.with("go", "different").post(given(), "/propose")), "/propose");
    }

    private static Map<String, String> wishIn(PageForm form) {
        Map<String, String> found = new LinkedHashMap<>();
        wish("").keySet().forEach(each -> found.put(each, form.at(each)));
        return found;
    }

    private static Response post(String path, Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(fields).post(path);
    }

    private static Document page(Response response) {
        return Jsoup.parse(response.then().statusCode(200).extract().asString());
    }

    /** What the form that leads there would send. */
    private static PageForm form(Document page, String action) {
        return PageForm.of(page, "form[action$=" + action + "]");
    }
}
