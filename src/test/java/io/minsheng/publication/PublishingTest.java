package io.minsheng.publication;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.drafted;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.openList;
import static io.minsheng.fixture.Handling.published;
import static io.minsheng.fixture.Handling.row;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.taskOn;
import static io.minsheng.fixture.Handling.told;
import static io.minsheng.fixture.LeakyFiles.docx;
import static io.minsheng.fixture.LeakyFiles.hiddenSheet;
import static io.minsheng.fixture.LeakyFiles.inRuns;
import static io.minsheng.fixture.LeakyFiles.jpeg;
import static io.minsheng.fixture.LeakyFiles.pdf;
import static io.minsheng.fixture.LeakyFiles.photo;
import static io.minsheng.fixture.LeakyFiles.withPart;
import static io.minsheng.fixture.LeakyFiles.xlsx;
import static io.minsheng.fixture.Multipart.asBrowsersSendIt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PublishingTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    Accounts accounts;
    @Inject
    Annexes annexes;
    @Inject
    Publications publications;

    private static String adopted(String... caseNumbers) {
        String list = frozen(caseNumbers);
        decided(list, Map.of(caseNumbers[0], Map.of("result", "ADOPTED")));
        return list;
    }

    @Test
    void bringsASuggestionToThePublishedListAndItsAuthorSeesIt() {
        Receipt receipt = Submission.web().titled("老旧小区加装电梯二期").register();
        String list = adopted(shortlistedAlready(receipt));
        String tracking = "/api/v1/proposals/" + receipt.caseNumber() + "?code=" + receipt.queryCode();
        given().get(tracking).then().statusCode(200).body("stage.code", equalTo("DECISION"));

        published(list);

        assertThat(list(list).getString("state")).isEqualTo("PUBLISHED");
        given().get(tracking).then().statusCode(200).body("stage.code", equalTo("PUBLISHED"))
                .body("project.title", equalTo("老旧小区加装电梯"));
        given().get("/api/v1/publications/DZ2025").then().statusCode(200)
                .body("lists.projects.flatten().findAll { it.people == 1 }.title", hasItem("老旧小区加装电梯"))
                .body("lists.projects.flatten().leads.flatten().name", hasItem("区住房城乡建委"));
        given().get("/published/DZ2025").then().statusCode(200).body(containsString("老旧小区加装电梯"))
                .body(containsString("1 条建议、1 人")).body(containsString("2025年12月31日"))
                .body(not(containsString(Submission.NAME)));
        assertThat(TRIAGE.tasks("ANSWER", receipt.caseNumber())).hasSize(1);
    }

    /** As {@code shortlisted}, for a case whose query code is known. */
    private static String shortlistedAlready(Receipt receipt) {
        String number = receipt.caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        new StaffUser("dept-housing").settle("EVALUATION", number, Map.of("outcome", "SUBMIT", "scores",
                Map.of("INCLUSIVENESS", 4, "EFFECTIVENESS", 5, "FEASIBILITY", 3, "MEASURABILITY", 4), "recommendation",
                "ADOPT", "opinion", "可行。", "thisYear", "FULL"));
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "SHORTLIST", "reason", "条件成熟"));
        return number;
    }

    @Test
    void writesATableForSpreadsheetsThatRunsNoFormula() {
        String number = shortlisted(Submission.web());
        String list = openList();
        Map<String, Object> row = new HashMap<>(
                row(itemOf(list, number)));
        row.put("target", "=HYPERLINK(\"x\")");
        TRIAGE.complete(claimOn(TRIAGE, "SHORTLIST", list), Map.of("outcome", "FREEZE", "items", List.of(row)))
                .statusCode(202);
        told(list);
        decided(list, Map.of(number, Map.of("result", "ADOPTED")));
        published(list);

        byte[] csv = given().get("/api/v1/publications/DZ2025.csv").then().statusCode(200)
                .contentType(containsString("text/csv")).extract().asByteArray();

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("主要任务");
    }

    @Test
    void goesBackToTheDrafterWithAReason() {
        String list = adopted(shortlisted(Submission.web()));
        String release = drafted(list);

        CHIEF.complete(release, Map.of("outcome", "RETURN")).statusCode(400).body("violations.field", hasItem("reason"));
        CHIEF.complete(release, Map.of("outcome", "MAYBE")).statusCode(400);
        CHIEF.complete(release, Map.of("outcome", "RETURN", "reason", "请补充说明")).statusCode(200);

        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        TRIAGE.call().get("/staff/tasks/publication/" + draft).then().statusCode(200).body(containsString("请补充说明"));
        assertThat(list(list).getString("state")).isEqualTo("DECIDED");
    }

    @Test
    void isNotReleasedByItsDrafter() {
        String list = adopted(shortlisted(Submission.web()));
        StaffUser both = both();
        both.complete(claimOn(both, "PUBLICATION", list),
                Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text", "经研究决定，现予以公布。")).statusCode(200);
        String release = claimOn(both, "PUBLICATION", list);

        both.complete(release, Map.of("outcome", "RELEASE")).statusCode(403);
        both.complete(release, Map.of("outcome", "RETURN", "reason", "自己退回")).statusCode(403);
        both.call().post("/api/v1/tasks/" + release + "/release").then().statusCode(200);
        CHIEF.complete(claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(202);
    }

    @Test
    void keepsPersonalDataOutOfThePublication() {
        String list = adopted(shortlisted(Submission.web()));
        TRIAGE.complete(claimOn(TRIAGE, "PUBLICATION", list), Map.of("outcome", "SUBMIT", "title", "感谢" + Submission.NAME,
                "text", "咨询请拨 13912345678，或写信到 someone@example.org。")).statusCode(200);
        String release = claimOn(CHIEF, "PUBLICATION", list);

        String answer = CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(400)
                .body("violations.field", hasItems("title", "text")).extract().asString();

        assertThat(answer).contains("手机号码").contains("电子邮箱").doesNotContain("13912345678").doesNotContain(Submission.NAME);
        assertThat(list(list).getString("state")).isEqualTo("DECIDED");
        CHIEF.call().get("/staff/tasks/publication/" + release).then().statusCode(200).body(containsString("不能签发"));
    }

    @Test
    void findsALeakedNumberWhereverItHidesInAFile() {
        String list = adopted(shortlisted(Submission.web()));
        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        String of = "/api/v1/lists/" + list + "/publication";
        upload(list, "plan.docx", docx(each -> each.getProperties().getCustomProperties().addProperty("联系", "13800001234")));
        upload(list, "projects.xlsx", xlsx(hiddenSheet("13800001235")));
        upload(list, "site.jpg", jpeg("13800001236"));
        upload(list, "note.pdf", pdf("Call 13800001237"));
        upload(list, "names.docx", docx(inRuns("感谢", Submission.NAME)));
        upload(list, "broken.xlsx", withPart(xlsx(hiddenSheet("x")), "xl/worksheets/sheet1.xml", "<worksheet>"));
        TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text", "住一环北路12号3栋2单元5-1的居民。"))
                .statusCode(200);
        String release = claimOn(CHIEF, "PUBLICATION", list);

        String answer = CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(400).extract().asString();

        assertThat(answer).contains("plan.docx》的文件属性中有手机号码", "工作表“联系人”（隐藏）中有手机号码", "site.jpg》的图片附带信息中有手机号码",
                "note.pdf》的第 1 页中有手机号码", "建议人的姓名", "broken.xlsx》无法检查", "详细地址", "图片，图中的文字程序无法检查").doesNotContain("1380000")
                .doesNotContain(Submission.NAME);
        assertThat(list(list).getString("state")).isEqualTo("DECIDED");
        CHIEF.call().get(of).then().statusCode(200).body("annexes.size()", is(6)).body("findings.blocks", everyItem(is(true)));
        CHIEF.call().get("/staff/tasks/publication/" + release).then().statusCode(200).body(containsString("认定为误报"));
        new StaffUser("leader").call().get(of).then().statusCode(403);
    }

    @Test
    void isReleasedOnceEveryFindingIsTakenOutOrClearedByTheSecondPerson() {
        String list = adopted(shortlisted(Submission.web()));
        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        String of = "/api/v1/lists/" + list + "/publication";
        String leaky = upload(list, "projects.xlsx", xlsx(hiddenSheet("13800001235")));
        String photo = upload(list, "site.jpg", photo("jpg"));
        String number = upload(list, "numbers.xlsx", xlsx(hiddenSheet("项目编号 13800001239")));
        CHIEF.call().delete(of + "/annexes/" + leaky).then().statusCode(409);
        TRIAGE.call().delete(of + "/annexes/" + leaky).then().statusCode(204);
        TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text", "经研究决定，现予以公布。"))
                .statusCode(200);
        TRIAGE.call().multiPart("file", "late.pdf", pdf("late")).post(of + "/annexes").then().statusCode(409);
        List<String> keys = CHIEF.call().get(of).then().statusCode(200).body("annexes.id", hasItems(photo, number)).extract()
                .path("findings.key");
        String first = keys.get(0);
        CHIEF.call(Map.of("reason", "已核对")).post(of + "/findings/" + first + "/clear").then().statusCode(409);
        String release = claimOn(CHIEF, "PUBLICATION", list);
        TRIAGE.call(Map.of("reason", "已核对")).post(of + "/findings/" + first + "/clear").then().statusCode(403);
        CHIEF.call(Map.of("reason", "")).post(of + "/findings/" + first + "/clear").then().statusCode(400);
        CHIEF.call(Map.of("reason", "已核对")).post(of + "/findings/unknown/clear").then().statusCode(404);
        saysWhichReasonIsMissing(release, first);
        for (String key : keys) {
            CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(400);
            CHIEF.call(Map.of("reason", "是项目编号，照片已逐张查看")).post(of + "/findings/" + key + "/clear").then().statusCode(200);
        }
        given().get("/published/DZ2025/annexes/" + photo).then().statusCode(404);

        CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(202);

        given().get("/published/DZ2025/annexes/" + photo).then().statusCode(200).contentType("image/jpeg")
                .header("Content-Disposition", containsString("attachment"));
        given().get("/published/DZ2025/annexes/" + leaky).then().statusCode(404);
        given().get("/published/DZ2025").then().statusCode(200).body(containsString("numbers.xlsx"));
        given().get("/api/v1/publications/DZ2025").then().body("lists.annexes.flatten().name",
                hasItems("site.jpg", "numbers.xlsx"));
        CHIEF.call().get(of).then().body("findings.reason", hasItem("是项目编号，照片已逐张查看"));
    }

    /** A page has as many such forms as findings, and one more for giving the draft back. */
    private static void saysWhichReasonIsMissing(String release, String finding) {
        String page = CHIEF.call().contentType(FORM).formParam("reason", " ")
                .post("/staff/tasks/publication/" + release + "/findings/" + finding).then().statusCode(400).extract()
                .asString();
        assertThat(page).contains("href=\"#reason-" + finding + "\"", "id=\"reason-" + finding + "-error\"")
                .doesNotContain("id=\"reason-error\"", "id=\"null");
        String tooLong = "字".repeat(2001);
        CHIEF.call().contentType(FORM).formParam("reason", tooLong)
                .post("/staff/tasks/publication/" + release + "/findings/" + finding).then().statusCode(400)
                .body(containsString("id=\"reason-" + finding + "\" name=\"reason\" type=\"text\" value=\"" + tooLong));
    }

    @Test
    void doesNotReleaseANameOfAFileThatTellsANumber() {
        String list = adopted(shortlisted(Submission.web()));
        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        upload(list, "plan 13800001234.pdf", pdf("plan"));
        TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目", "text", "经研究决定，现予以公布。"))
                .statusCode(200);
        CHIEF.call().get("/api/v1/lists/" + list + "/publication").then().statusCode(200)
                .body("findings.message", hasItem(containsString("的文件名中有手机号码：138****1234")))
                .body("findings.message", everyItem(not(containsString("13800001234"))));

        CHIEF.complete(claimOn(CHIEF, "PUBLICATION", list), Map.of("outcome", "RELEASE")).statusCode(400);
    }

    @Test
    void keepsWhatIsTypedWhileFilesAreAdded() {
        String list = adopted(shortlisted(Submission.web()));
        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        String page = "/staff/tasks/publication/" + draft;
        String answer = TRIAGE.call().config(asBrowsersSendIt()).multiPart("title", "还没写完的标题", "text/plain; charset=UTF-8")
                .multiPart("text", "还没写完的正文，请稍候。", "text/plain; charset=UTF-8")
                .multiPart("outcome", "UPLOAD").multiPart("file", "projects.xlsx", xlsx(hiddenSheet("13800001235"))).post(page)
                .then()
                .statusCode(200).body(containsString("还没写完的标题")).body(containsString("projects.xlsx"))
                .body(containsString("工作表“联系人”（隐藏）中有手机号码")).extract().asString();
        TRIAGE.call().config(asBrowsersSendIt()).multiPart("title", "还没写完的标题", "text/plain; charset=UTF-8")
                .multiPart("text", "还没写完的正文，请稍候。", "text/plain; charset=UTF-8")
                .multiPart("outcome", "SUBMIT")
                .post(page).then().statusCode(400).body(containsString("138****1235"));
        TRIAGE.call().config(asBrowsersSendIt()).multiPart("title", "标题", "text/plain; charset=UTF-8")
                .multiPart("text", "正文", "text/plain; charset=UTF-8").multiPart("outcome", "UPLOAD")
                .multiPart("file", "program.exe", new byte[] { 'M', 'Z', 0, 0 }).post(page).then().statusCode(415)
                .body(containsString("可以上传的文件类型"));
        String id = answer.substring(answer.indexOf("REMOVE-") + 7, answer.indexOf("REMOVE-") + 33);
        TRIAGE.call().config(asBrowsersSendIt()).multiPart("title", "又改过的标题", "text/plain; charset=UTF-8")
                .multiPart("text", "正文", "text/plain; charset=UTF-8")
                .multiPart("outcome", "REMOVE-" + id).post(page)
                .then()
                .statusCode(200).body(containsString("又改过的标题")).body(not(containsString("projects.xlsx")));
    }

    private static String upload(String list, String name, byte[] content) {
        return TRIAGE.call().multiPart("file", name, content).post("/api/v1/lists/" + list + "/publication/annexes").then()
                .statusCode(201).extract().path("id");
    }

    @Test
    void isCorrectedByANewVersionWithItsReasonWhileTheOldOneStays() {
        String number = shortlisted(Submission.web());
        String list = adopted(number);
        String start = "/api/v1/lists/" + list + "/publication/corrections";
        TRIAGE.call().post(start).then().statusCode(409);
        published(list);
        CHIEF.call().post(start).then().statusCode(403);
        String task = TRIAGE.call().post(start).then().statusCode(201).extract().path("task");
        TRIAGE.call().post(start).then().statusCode(409);
        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        String of = "/api/v1/lists/" + list + "/publication";
        String project = TRIAGE.call().get(of).then().statusCode(200).extract().path("rows[0].project");
        Map<String, Object> row = Map.of("project", project, "title", "老旧小区加装电梯", "target", "全年加装电梯 25 部", "due", "2025-12-31");
        Map<String, Object> draft = new HashMap<>(Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目（更正）", "text",
                "经研究决定，现将项目予以公布。", "rows", List.of(row)));
        TRIAGE.complete(task, draft).statusCode(400).body("violations.field", hasItem("correction"));
        draft.put("correction", "预期目标应为 25 部，特此更正。");
        draft.put("rows", List.of(Map.of("project", "unknown", "title", "x", "target", "y")));
        TRIAGE.complete(task, draft).statusCode(400).body("violations.field", hasItem("rows[0].project"));
        draft.put("rows", List.of(Map.of("project", project, "title", "老旧小区加装电梯", "target", "加装", "due", "2025-02-30")));
        TRIAGE.complete(task, draft).statusCode(400).body("violations.field", hasItem("rows[0].due"));
        draft.put("rows", List.of(row));
        TRIAGE.call().get("/staff/tasks/publication/" + task).then().statusCode(200).body(containsString("更正说明"));
        TRIAGE.call().contentType(FORM).formParam("outcome", "SUBMIT").formParam("title", "2025年重点民生实事项目")
                .formParam("text", "经研究决定，予以公布。")
                .formParam("correction", "特此更正。").formParam("rowProject", project).formParam("rowTitle", "老旧小区加装电梯")
                .formParam("rowTarget", "全年加装电梯 25 部").formParam("rowDue", "年底").post("/staff/tasks/publication/" + task).then()
                .statusCode(400).body(containsString("href=\"#rows[0].due\"")).body(containsString("id=\"rows[0].due-error\""))
                .body(containsString("value=\"年底\""));
        TRIAGE.complete(task, draft).statusCode(200);
        String old = given().get("/api/v1/publications/DZ2025").then().extract()
                .path("lists.find { it.list == '" + list + "' }.id");

        String release = claimOn(CHIEF, "PUBLICATION", list);
        CHIEF.call().get("/staff/tasks/publication/" + release).then().statusCode(200).body(containsString("全年加装电梯 20 部"))
                .body(containsString("全年加装电梯 25 部")).body(containsString("特此更正"));
        given().get("/published/DZ2025").then().body(not(containsString("全年加装电梯 25 部")));
        CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(202);

        String now = "lists.find { it.list == '" + list + "' }";
        given().get("/api/v1/publications/DZ2025").then().statusCode(200).body(now + ".version", is(2))
                .body(now + ".correction", containsString("特此更正")).body(now + ".projects[0].target", equalTo("全年加装电梯 25 部"))
                .body(now + ".versions.id", hasItem(old)).body(now + ".versions.size()", is(2));
        String versions = "/api/v1/publications/DZ2025/versions/" + old;
        given().get(versions).then().statusCode(200).body("version", is(1)).body("projects[0].target", equalTo("全年加装电梯 20 部"));
        assertThat(given().get(versions + ".csv").then().statusCode(200).extract().asString()).contains("全年加装电梯 20 部");
        given().get("/api/v1/publications/DZ2025/versions/unknown").then().statusCode(404);
        given().get("/published/DZ2025/versions/" + old).then().statusCode(200).body(containsString("这一版已被更正"))
                .body(containsString("全年加装电梯 20 部"));
        given().get("/published/DZ2025").then().statusCode(200).body(containsString("更正记录")).body(containsString("特此更正"));
        TRIAGE.call().redirects().follow(false).post("/staff/lists/" + list + "/correction").then().statusCode(303);
        String second = claimOn(TRIAGE, "PUBLICATION", list);
        TRIAGE.call().config(asBrowsersSendIt()).redirects().follow(false).multiPart("outcome", "CANCEL")
                .multiPart("file", "unwanted.xlsx", xlsx(hiddenSheet("说明"))).post("/staff/tasks/publication/" + second).then()
                .statusCode(303);
        assertThat(taskOn(TRIAGE, "PUBLICATION", list)).isNull();
        assertThat(QuarkusTransaction.requiringNew().call(() -> annexes.present(list))).isEmpty();
    }

    /** Lists from before the rule say 年底前 and the like. */
    @Test
    void keepsAnOlderListsWordsForADueDateWhileOthersAreCorrected() {
        String list = adopted(shortlisted(Submission.web()));
        published(list);
        String project = QuarkusTransaction.requiringNew().call(() -> {
            Publication inForce = publications.inForce(list).orElseThrow();
            PublishedWords row = inForce.rows().iterator().next();
            inForce.rows().remove(row);
            inForce.rows().add(new PublishedWords(row.project(), row.title(), row.target(), "年底前"));
            return row.project();
        });
        String task = TRIAGE.call().post("/api/v1/lists/" + list + "/publication/corrections").then().statusCode(201).extract()
                .path("task");
        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        Map<String, Object> draft = new HashMap<>(Map.of("outcome", "SUBMIT", "title", "2025年重点民生实事项目（更正）", "text",
                "经研究决定，现将项目予以公布。", "correction", "预期目标应为 25 部。"));
        draft.put("rows", List.of(Map.of("project", project, "title", "老旧小区加装电梯", "target", "全年 25 部", "due", "年底之前")));
        TRIAGE.complete(task, draft).statusCode(400).body("violations.field", hasItem("rows[0].due"));
        draft.put("rows", List.of(Map.of("project", project, "title", "老旧小区加装电梯", "target", "全年 25 部", "due", "年底前")));

        TRIAGE.complete(task, draft).statusCode(200);
    }

    @Test
    void showsItsPagesToThoseWhoWorkOnIt() {
        String number = shortlisted(Submission.web());
        String open = openList();
        String board = claimOn(TRIAGE, "SHORTLIST", open);
        TRIAGE.call().get("/staff/tasks/shortlist/" + board).then().statusCode(200).body(containsString("确定名单"))
                .body(containsString("区住房城乡建委")).body(containsString(number));
        CHIEF.call().get("/staff/tasks/shortlist/" + board).then().statusCode(200).body(not(containsString("确定名单</button>")));
        String list = frozen(number);
        String decision = claimOn(CHIEF, "DECISION", list);
        CHIEF.call().get("/staff/tasks/decision/" + decision).then().statusCode(200).body(containsString("登记决定"));
        CHIEF.call().redirects().follow(false).contentType(FORM).formParam("body", "区委常委会").formParam("meeting", "第 1 次会议")
                .formParam("decidedOn", "2025-01-10").formParam("results[0].result", "RESERVED")
                .post("/staff/tasks/decision/" + decision).then().statusCode(400)
                .body(containsString("请填写“"), containsString("”的理由。"));
        CHIEF.call().redirects().follow(false).contentType(FORM).formParam("body", "区委常委会").formParam("meeting", "第 1 次会议")
                .formParam("decidedOn", "2025-01-10").formParam("results[0].result", "ADOPTED")
                .post("/staff/tasks/decision/" + decision).then().statusCode(303);
        told(list);
        TRIAGE.call().get("/staff/lists").then().statusCode(200).body(containsString("批备选名单"));
        TRIAGE.call().get("/staff/lists/" + list).then().statusCode(200).body(containsString("与确定时一致"));
        String draft = claimOn(TRIAGE, "PUBLICATION", list);
        TRIAGE.call().get("/staff/tasks/publication/" + draft).then().statusCode(200).body(containsString("公布页预览"));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "SUBMIT").formParam("title", "2025年项目公布")
                .formParam("text", "请联系 13912345678 咨询办理").post("/staff/tasks/publication/" + draft).then().statusCode(400);
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "SUBMIT").formParam("title", "2025年项目公布")
                .formParam("text", "现将项目公布如下，请予监督。").post("/staff/tasks/publication/" + draft).then().statusCode(303);
        CHIEF.call().get("/staff/tasks/publication/" + taskOn(CHIEF, "PUBLICATION", list)).then().statusCode(200)
                .body(containsString("领取这项任务"));
    }

    private StaffUser both() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byUsername("both").isEmpty()) {
                accounts.create("both", "经办兼负责人", "minsheng-demo", "drc-social", Set.of(Role.TRIAGE, Role.CHIEF));
            }
        });
        return new StaffUser("both");
    }
}
