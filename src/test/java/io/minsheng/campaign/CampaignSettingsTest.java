package io.minsheng.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class CampaignSettingsTest {

    private static final StaffUser CHIEF = new StaffUser("chief");

    @Nested
    class Planning {

        @Test
        void setsUpACampaignThatIsADraftUntilItOpens() {
            String code = planned();

            given().get("/api/v1/campaigns/" + code).then().statusCode(200).body("state", equalTo("DRAFT"))
                    .body("fields.code", hasItems("title", "date")).body("categories.size()", equalTo(12));
            CHIEF.call().get(path(code)).then().statusCode(200).body("begun", is(false)).body("revision", equalTo(1));
        }

        @Test
        void namesEverythingThatIsWrongByField() {
            Map<String, Object> bad = like("DZ2025");
            bad.put("code", "dz 26");
            bad.put("opens", null);
            bad.put("closes", null);
            bad.put("title", "短");
            bad.put("projectYear", 26);
            bad.put("contact", Map.of("subjectPhrase", "大足区2025年重点民生实事建议征集", "mail", "minsheng"));
            bad.put("deadlines", Map.of("triage", 0, "supplement", 15, "evaluation", 500, "returning", 5, "conclusion", 5,
                    "extension", 10));
            bad.put("categories", List.of(Map.of("code", "edu", "name", "教育", "defaultLead", "nobody", "scope", ""),
                    Map.of("code", "EDU", "name", "教育", "scope", "")));
            bad.put("principles", List.of());
            bad.put("fields", List.of(field("title", "建议内容", false), field("content", "您怎么想", true),
                    field("age", "年龄", false), field("phone", "联系电话", true)));

            CHIEF.call(bad).post("/api/v1/campaigns").then().statusCode(400).body("violations.field",
                    hasItems("code", "opens", "closes", "title", "projectYear", "contact.subjectPhrase", "contact.address",
                            "contact.phone", "contact.mail", "deadlines.triage", "deadlines.evaluation", "categories",
                            "categories.0.code", "categories.0.defaultLead", "categories.1.name", "principles", "fields",
                            "fields.0.label", "fields.0.needed", "fields.1.label", "fields.2.code", "fields.3.needed"))
                    .body("violations.message", hasItem(containsString("可以用：建议内容、具体内容")));
            bad.put("opens", "2026-01-01T00:00:00+08:00");
            bad.put("closes", "+999999999-01-01T00:00:00+08:00");
            CHIEF.call(bad).post("/api/v1/campaigns").then().statusCode(400).body("violations.field", hasItem("closes"))
                    .body("violations.field", not(hasItem("opens")));
            CHIEF.call("{}").contentType(ContentType.JSON).post("/api/v1/campaigns").then().statusCode(400);
            CHIEF.call("null").post("/api/v1/campaigns").then().statusCode(400);
            CHIEF.call(Map.of("naming", 1)).post("/api/v1/campaigns").then().statusCode(400);
        }

        @Test
        void takesNoCodeTwice() {
            Map<String, Object> again = like("DZ2025");
            again.put("contact", contact("另一个地方的建议征集" + UUID.randomUUID().toString().substring(0, 6)));

            CHIEF.call(again).post("/api/v1/campaigns").then().statusCode(409);
        }
    }

    @Nested
    class Changing {

        @Test
        void changesEverythingWhileItIsADraft() {
            String code = planned();
            Map<String, Object> settings = settings(code);
            List<Object> categories = list(settings, "categories");
            categories.remove(0);
            categories.add(0, Map.of("code", "DIGITAL", "name", "数字便民", "scope", "办事"));
            settings.put("fields", List.of(field("content", "具体内容", true), field("title", "项目名称", true),
                    field("category", "事项类别", true), field("reason", "现状问题", true), field("phone", "联系方式", false),
                    field("email", "电子邮箱", false), field("name", "姓名", true)));

            CHIEF.call(settings).put(path(code)).then().statusCode(200).body("revision", equalTo(2))
                    .body("categories[0].code", equalTo("DIGITAL")).body("fields.code[0]", equalTo("content"));

            given().queryParam("campaign", code).get("/blank-form").then().statusCode(200).body(containsString("项目名称"))
                    .body(containsString("□数字便民")).body(not(containsString("预期目标")));
            String form = given().formParams(Map.of("campaign", code, "step", "PLACE", "go", "back")).post("/propose").then()
                    .statusCode(200).extract().asString();
            assertThat(Jsoup.parse(form).select("main .field").eachText()).first().asString().startsWith("具体内容");
            new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().statusCode(200)
                    .body("items.findAll { it.action == 'CAMPAIGN_CHANGED' }.detail", hasItem(containsString("DIGITAL")));
        }

        @Test
        void keepsTheOrderOfListsThatWereOnlyShuffled() {
            String code = planned();
            Map<String, Object> settings = settings(code);
            List<Object> categories = list(settings, "categories");
            categories.add(0, categories.remove(11));
            Object first = ((Map<?, ?>) categories.get(0)).get("code");

            CHIEF.call(settings).put(path(code)).then().statusCode(200).body("categories[0].code", equalTo(first))
                    .body("categories.size()", equalTo(12));
        }

        @Test
        void refusesWhatSomebodyElseHasChangedMeanwhile() {
            String code = planned();
            Map<String, Object> settings = settings(code);
            settings.put("title", "先改的名称二〇二六");
            CHIEF.call(settings).put(path(code)).then().statusCode(200);

            settings.put("title", "后改的名称二〇二六");
            new StaffUser("chief2").call(settings).put(path(code)).then().statusCode(409);

            CHIEF.call().get(path(code)).then().body("title", equalTo("先改的名称二〇二六"));
        }

        @Test
        void keepsWhatPeopleRelyOnOnceItHasBegun() {
            String code = planned();
            begin(code);
            Map<String, Object> settings = settings(code);
            settings.put("projectYear", 2031);
            settings.put("contact", contact("换了一句话的建议征集"));
            list(settings, "categories").remove(0);
            list(settings, "principles").remove(0);
            list(settings, "fields").remove(3);
            CHIEF.call(settings).put(path(code)).then().statusCode(400).body("violations.field",
                    hasItems("projectYear", "contact.subjectPhrase", "categories", "principles", "fields"))
                    .body("violations.message", everyItem(startsWith("征集开始后不能再")));

            Map<String, Object> allowed = settings(code);
            allowed.put("title", "更正了名称的征集活动");
            allowed.put("deadlines", Map.of("triage", 7, "supplement", 15, "evaluation", 10, "returning", 5, "conclusion", 5,
                    "extension", 10));
            list(allowed, "categories").set(0, Map.of("code", "EDUCATION", "name", "教育事业", "defaultLead", "housing", "scope",
                    "学校、学生"));
            CHIEF.call(allowed).put(path(code)).then().statusCode(200).body("deadlines.triage", equalTo(7))
                    .body("categories[0].defaultLead", equalTo("housing")).body("begun", is(true));
        }

        @Test
        void belongsToTheChief() {
            String code = planned();
            Map<String, Object> settings = settings(code);
            for (String other : List.of("triage", "admin", "leader")) {
                new StaffUser(other).call(settings).put(path(code)).then().statusCode(403);
                new StaffUser(other).call().get(path(code)).then().statusCode(200);
                new StaffUser(other).call().get("/staff/campaigns/" + code).then().statusCode(200)
                        .body(not(containsString("调整征集时间")));
                new StaffUser(other).call().formParam("title", "越权").post("/staff/campaigns/" + code).then().statusCode(403);
            }
            new StaffUser("desk-tangxiang").call().get(path(code)).then().statusCode(403);
            given().get(path(code)).then().statusCode(401);
            CHIEF.call(settings).put(path("NONE")).then().statusCode(404);
        }
    }

    /** What the form needs is asked of those who fill it in online, and of nobody else. */
    @Test
    void asksOnlineForWhatTheFormNeeds() {
        Map<String, Object> wanted = like("DZ2025");
        List<Object> fields = list(wanted, "fields");
        fields.set(3, field("reason", "现状问题", true));
        String code = planned(wanted);
        begin(code);
        Map<String, Object> proposal = new HashMap<>(
                Map.of("campaign", code, "title", "给村里修路灯", "category", "TRANSPORT", "content",
                        "村口的路灯坏了，晚上看不见路。", "consent", true, "proposer",
                        Map.of("kind", "RESIDENT", "name", "测试甲", "phone", "13800001234", "replyWanted", true)));
        given().contentType(ContentType.JSON).body(proposal).post("/api/v1/proposals").then().statusCode(400)
                .body("violations.field", equalTo(List.of("reason"))).body("violations[0].message", equalTo("请填写现状问题。"));
        Map<String, Object> letter = new HashMap<>(proposal);
        letter.remove("consent");
        letter.put("channel", "LETTER");
        letter.put("receivedOn", "2026-01-05");
        new StaffUser("triage").call(letter).post("/api/v1/desk/proposals").then().statusCode(201);

        proposal.put("reason", "晚上出过事故。");
        given().contentType(ContentType.JSON).body(proposal).post("/api/v1/proposals").then().statusCode(201);
    }

    @Nested
    class OnThePage {

        @Test
        void beginsANewOneAsTheLastOneWasAndKeepsWhatWasTyped() {
            Document page = Jsoup.parse(CHIEF.call().get("/staff/new-campaign").then().statusCode(200).extract().asString());
            assertThat(page.select("input[name=categories.0.name]").val()).isNotBlank();
            String code = code();
            Map<String, String> anew = new HashMap<>(
                    Map.of("code", code, "opens", "2090-09-01", "lastDay", "2090-08-01", "title",
                            "二〇九一年的征集活动", "contact.subjectPhrase", code + "年重点民生实事建议征集", "fields.2.label", "您怎么想"));
            typed(page, anew).post("/staff/new-campaign").then().statusCode(400).body(containsString("截止时间应晚于开始时间"))
                    .body(containsString("href=\"#lastDay\"")).body(containsString("href=\"#fields.2.label\""))
                    .body(containsString("二〇九一年的征集活动")).body(containsString("您怎么想"));

            anew.putAll(Map.of("lastDay", "2090-10-01", "fields.2.label", "具体内容", "fields.3.position", "1", "fields.0.position",
                    "2", "fields.6.asked", ""));
            typed(page, anew).redirects().follow(false)
                    .post("/staff/new-campaign").then().statusCode(303).header("Location", containsString(code));

            CHIEF.call().get(path(code)).then().body("closes", equalTo("2090-10-02T00:00:00+08:00"))
                    .body("fields.code[0]", equalTo("reason")).body("fields.code", not(hasItem("target")))
                    .body("categories.size()", equalTo(12));
        }

        @Test
        void changesWhatMayStillChangeAndTellsOfAConflict() {
            String code = planned();
            begin(code);
            String seen = CHIEF.call().get("/staff/campaigns/" + code).then().statusCode(200)
                    .body(containsString("征集已经开始")).extract().asString();
            assertThat(Jsoup.parse(seen).select("input[name=fields.0.label]")).isEmpty();

            typed(Jsoup.parse(seen), Map.of("contact.phone", "023-1111 1111")).redirects().follow(false)
                    .post("/staff/campaigns/" + code).then().statusCode(303);
            typed(Jsoup.parse(seen), Map.of("contact.phone", "023-2222 2222")).post("/staff/campaigns/" + code).then()
                    .statusCode(409).body(containsString("其他人刚刚修改过")).body(containsString("023-2222 2222"));

            CHIEF.call().get(path(code)).then().body("contact.phone", equalTo("023-1111 1111"))
                    .body("categories.size()", equalTo(12)).body("revision", equalTo(2));
        }

        @Test
        void movesTheDatesWithAReason() {
            String code = planned();
            dates(code, "2091-01-01", "2091-02-01", "").statusCode(400).body(containsString("请填写调整理由"));
            dates(code, "", "2091-02-01", "推迟").statusCode(400).body(containsString("请填写开始日期"));
            dates(code, "", "", "").statusCode(400).body(containsString("请填写开始日期")).body(containsString("请填写截止日期"))
                    .body(containsString("请填写调整理由"));
            dates(code, "2091-01-01", "2091-02-01", "推迟").statusCode(200).body(containsString("征集时间已调整"));

            CHIEF.call().get(path(code)).then().body("opens", equalTo("2091-01-01T00:00:00+08:00")).body("closes",
                    equalTo("2091-02-02T00:00:00+08:00"));
        }

        private ValidatableResponse dates(String code, String opens, String lastDay, String reason) {
            return CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of("opens", opens, "lastDay", lastDay, "reason", reason))
                    .post("/staff/campaigns/" + code + "/dates").then();
        }
    }

    /** A form on a page as a browser would send it, with some fields typed anew. */
    private static RequestSpecification typed(Document page, Map<String, String> anew) {
        Element form = page.selectFirst("main form");
        Map<String, String> values = new HashMap<>();
        form.select("input[name]:not([type=checkbox]), input[type=checkbox][checked]")
                .forEach(each -> values.put(each.attr("name"), each.val()));
        form.select("select[name]").forEach(each -> values.put(each.attr("name"),
                each.select("option[selected]").isEmpty() ? "" : each.selectFirst("option[selected]").val()));
        values.putAll(anew);
        return CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(values);
    }

    private static String planned() {
        return planned(like("DZ2025"));
    }

    private static String planned(Map<String, Object> wanted) {
        String code = code();
        wanted.put("code", code);
        wanted.put("contact", contact(code + "重点民生实事建议征集"));
        CHIEF.call(wanted).post("/api/v1/campaigns").then().statusCode(201);
        return code;
    }

    private static String code() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 8).toUpperCase();
    }

    /** Begun years ago, so that nobody takes it for the present one. */
    private static void begin(String code) {
        CHIEF.call(Map.of("opens", "2020-01-01T00:00:00+08:00", "closes",
                OffsetDateTime.now(ZoneOffset.ofHours(8)).plusDays(1).toString(), "reason", "开始"))
                .post("/api/v1/campaigns/" + code + "/dates").then().statusCode(200);
    }

    private static Map<String, Object> like(String code) {
        Map<String, Object> settings = settings(code);
        settings.remove("revision");
        settings.put("code", code);
        settings.put("opens", "2090-01-01T00:00:00+08:00");
        settings.put("closes", "2090-02-01T00:00:00+08:00");
        return settings;
    }

    /** As read, to be sent back. */
    private static Map<String, Object> settings(String code) {
        JsonPath json = CHIEF.call().get(path(code)).then().statusCode(200).extract().jsonPath();
        Map<String, Object> settings = new HashMap<>(json.getMap(""));
        List.of("code", "state", "begun", "opens", "closes").forEach(settings::remove);
        List.of("categories", "principles", "fields").forEach(each -> settings.put(each, new ArrayList<>(json.getList(each))));
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> settings, String name) {
        return (List<Object>) settings.get(name);
    }

    private static Map<String, Object> field(String code, String label, boolean needed) {
        return Map.of("code", code, "label", label, "needed", needed);
    }

    private static Map<String, Object> contact(String phrase) {
        return Map.of("subjectPhrase", phrase, "address", "大足区政府大楼一楼", "mail", "minsheng@example.cn", "phone",
                "023-0000 0000");
    }

    private static String path(String code) {
        return "/api/v1/campaigns/" + code + "/settings";
    }
}
