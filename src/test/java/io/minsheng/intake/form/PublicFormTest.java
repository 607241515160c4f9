package io.minsheng.intake.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import io.minsheng.proposal.Proposals;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The public pages as a browser without script uses them. */
@QuarkusTest
class PublicFormTest {

    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([2-9A-Z]{8})\"");

    @Inject
    Proposals proposals;

    @Test
    void homeShowsTheOpenCall() {
        Document home = Jsoup.parse(given().get("/").then().statusCode(200).extract().asString());

        assertThat(home.selectFirst("h1").text()).contains("大足区2025年重点民生实事建议");
        assertThat(home.select(".days-left")).hasSize(1);
        assertThat(home.select("form[action$=/track] input[name=number]")).hasSize(1);
        assertThat(home.select("a[href$=/propose]")).isNotEmpty();
    }

    @Test
    void leadsThroughTheStepsToAReceipt() {
        Map<String, String> values = hidden(page(given().get("/propose")));
        values.put("title", "给古龙初中宿舍<b>加装</b>热水浴室");
        values.put("category", "EDUCATION");
        values.put("content", "一周五天只有星期三能洗一回热水澡。\n请装热水器。");
        values = next(values, "地点与目标");
        values.put("place", "古龙初中");
        values = next(values, "您是谁");
        values.put("proposer.kind", "RESIDENT");
        values.put("proposer.name", "唐秀兰");
        values.put("proposer.phone", "13900009259");
        values.put("proposer.replyWanted", "true");
        values.put("consent", "true");
        values = next(values, "核对");

        long before = proposals.count();
        String first = send(values, "submit").then().statusCode(200).extract().asString();
        String again = send(values, "submit").then().statusCode(200).extract().asString();

        assertThat(first).contains("受理回执", "&lt;b&gt;加装&lt;/b&gt;", "<svg class=\"qr\"").doesNotContain("<b>加装");
        assertThat(code(again)).as("a double click makes one case").isEqualTo(code(first));
        assertThat(proposals.count()).isEqualTo(before + 1);
    }

    @Test
    void tellsWhatToMendAndLosesNothing() {
        Map<String, String> values = hidden(page(given().get("/propose")));
        values.put("title", "短");
        values.put("content", "一周五天只有星期三能洗一回热水澡。");
        Document page = Jsoup.parse(send(values, "next").then().statusCode(400).extract().asString());

        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#title", "#category");
        assertThat(page.select("#title-error, #category-error")).hasSize(2);
        assertThat(page.getElementById("title").val()).isEqualTo("短");
        assertThat(page.getElementById("content").wholeText().strip()).isEqualTo("一周五天只有星期三能洗一回热水澡。");
    }

    @Test
    void goesBackWithoutChecking() {
        Map<String, String> values = hidden(page(given().get("/propose")));
        values.put("step", "PLACE");
        values.put("title", "还没写完");
        Document page = Jsoup.parse(send(values, "back").then().statusCode(200).extract().asString());

        assertThat(page.getElementById("title").val()).isEqualTo("还没写完");
        assertThat(page.select(".error-summary")).isEmpty();
    }

    @Test
    void leadsBackToTheFirstStepThatIsNotRight() {
        Map<String, String> values = hidden(page(given().get("/propose")));
        values.put("step", "CHECK");
        values.put("title", "给古龙初中宿舍加装热水浴室");
        values.put("category", "EDUCATION");
        values.put("content", "一周五天只有星期三能洗一回热水澡。");
        Document page = Jsoup.parse(send(values, "submit").then().statusCode(400).extract().asString());

        assertThat(page.selectFirst("h1").text()).contains("您是谁");
        assertThat(page.select(".error-summary a").eachAttr("href")).contains("#proposer.name", "#proposer.phone", "#consent");
    }

    @Test
    void machinesThatFillInTheHiddenFieldGetNoCase() {
        long before = proposals.count();
        Map<String, String> values = hidden(page(given().get("/propose")));
        values.put("website", "http://spam.example");
        send(values, "submit").then().statusCode(400);
        assertThat(proposals.count()).isEqualTo(before);
    }

    @Test
    void receiptAndSlipNeedTheCode() {
        given().formParam("number", "DZ2025-000001-8").formParam("code", "22222222").post("/receipt/slip").then()
                .statusCode(404);
        given().redirects().follow(false).get("/receipt/slip").then().statusCode(303);
    }

    @Test
    void everyPublicPageHasLanguageTitleAndOneHeading() {
        for (String path : new String[] { "/", "/propose", "/track", "/privacy", "/sitemap", "/login", "/nothing-here" }) {
            Document page = Jsoup.parse(given().get(path).asString());
            assertThat(page.selectFirst("html").attr("lang")).as(path).isEqualTo("zh-CN");
            assertThat(page.title()).as(path).isNotBlank();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("[style], script:not([src])")).as("nothing inline at " + path).isEmpty();
        }
    }

    @Test
    void elderModeStaysInACookieAndLeadsBack() {
        Response changed = given().redirects().follow(false).formParam("on", "1").formParam("back", "/propose").post("/elder");
        changed.then().statusCode(303);
        assertThat(changed.header("Location")).endsWith("/propose");
        assertThat(given().cookie("elder", changed.cookie("elder")).get("/").asString()).contains("class=\"elder\"");

        Response astray = given().redirects().follow(false).formParam("on", "1").formParam("back", "//evil.example")
                .post("/elder");
        assertThat(astray.header("Location")).doesNotContain("evil");
    }

    private Map<String, String> next(Map<String, String> values, String heading) {
        Document page = Jsoup.parse(send(values, "next").then().statusCode(200).extract().asString());
        assertThat(page.selectFirst("h1").text()).contains(heading);
        return hidden(page);
    }

    private static Response send(Map<String, String> values, String go) {
        RequestSpecification call = given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("go", go);
        values.forEach(call::formParam);
        return call.post("/propose");
    }

    private static Document page(Response response) {
        return Jsoup.parse(response.then().statusCode(200).extract().asString());
    }

    private static Map<String, String> hidden(Document page) {
        Map<String, String> values = new LinkedHashMap<>();
        page.select("form[action$=/propose] input[type=hidden]").forEach(each -> values.put(each.attr("name"), each.val()));
        return values;
    }

    private static String code(String receipt) {
        Matcher found = CODE.matcher(receipt);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
