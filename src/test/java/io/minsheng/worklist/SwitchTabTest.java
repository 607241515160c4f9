package io.minsheng.worklist;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.PageForm;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Pages with a form for each outcome, as they are used without script. */
@QuarkusTest
@DisplayName("Turning to another tab")
class SwitchTabTest {

    private static final StaffUser HOUSING = new StaffUser("dept-housing");

    @Test
    void ofTriageKeepsWhatWasTypedOnEach() {
        String number = Submission.web().caseNumber();
        String path = "/staff/tasks/triage/" + TRIAGE.claim("TRIAGE", number);
        PageForm asking = turn(shown(TRIAGE, path).with("note", "请<b>现场</b>看看").with("publicTitle", "")
                .with("assistDepartments", "finance", "tangxiang"), path, "ASK_SUPPLEMENT");
        assertThat(asking.at("workingDays")).isEqualTo("15");
        PageForm referring = turn(asking.with("question", "哪一栋？").with("workingDays", "五天"), path, "REFER");
        PageForm rejecting = turn(referring.with("explanation", "属于投诉。"), path, "REJECT");
        assertThat(rejecting.at("explanation")).as("both ask for it").isEqualTo("属于投诉。");

        PageForm accepting = turn(rejecting.with("explanation", "不属于本区。"), path, "ACCEPT");
        assertThat(accepting.at("note")).isEqualTo("请<b>现场</b>看看");
        assertThat(accepting.all("assistDepartments")).containsExactlyInAnyOrder("finance", "tangxiang");
        assertThat(turn(accepting, path, "REFER").at("explanation")).isEqualTo("属于投诉。");
        PageForm again = turn(accepting, path, "ASK_SUPPLEMENT");
        assertThat(again.at("question")).isEqualTo("哪一栋？");
        assertThat(again.at("workingDays")).isEqualTo("五天");

        Document refused = page(again.post(TRIAGE.call(), path), 400);
        assertThat(refused.select(".error-summary").text()).contains("请填写数字");
        assertThat(turn(PageForm.of(refused, "#outcome-form"), path, "ACCEPT").at("note")).isEqualTo("请<b>现场</b>看看");
        accepting.post(TRIAGE.call(), path).then().statusCode(303);
    }

    @Test
    void ofTriageFillsInWhatNobodyHasTypedYet() {
        String path = "/staff/tasks/triage/" + TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
        PageForm begun = PageForm.of(Jsoup.parse(TRIAGE.call().get(path + "?outcome=REJECT").asString()), "#outcome-form");

        assertThat(turn(begun, path, "ACCEPT").at("category")).isEqualTo("HOUSING");
        assertThat(turn(begun, path, "ACCEPT").at("leadDepartment")).isNotEmpty();
    }

    @Test
    void ofTheEvaluationKeepsTheOpinion() {
        String number = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        String path = "/staff/tasks/evaluation/" + HOUSING.claim("EVALUATION", number);
        PageForm returning = turn(HOUSING, shown(HOUSING, path).with("opinion", "条件具备。").with("scores.FEASIBILITY", "4"), path,
                "RETURN");
        PageForm extending = turn(HOUSING, returning.with("reason", "不归我们管。"), path, "EXTEND");
        Document refused = page(extending.with("reason", "").post(HOUSING.call(), path + "/extension"), 400);

        PageForm submitting = turn(HOUSING, PageForm.of(refused, "#outcome-form"), path, "SUBMIT");
        assertThat(submitting.at("opinion")).isEqualTo("条件具备。");
        assertThat(submitting.at("scores.FEASIBILITY")).isEqualTo("4");
        assertThat(turn(HOUSING, submitting, path, "RETURN").at("reason")).isEqualTo("不归我们管。");
    }

    @Test
    void ofTheConclusionKeepsReasonAndDraft() {
        String number = Handling.evaluated(Submission.web());
        String path = "/staff/tasks/conclusion/" + TRIAGE.claim("CONCLUSION", number);
        PageForm reserving = turn(turn(shown(TRIAGE, path), path, "NOT_ADOPT").with("reason", "与在建项目重复。")
                .with("answer", "谢谢您。"), path, "RESERVE");
        assertThat(reserving.at("reason")).isEqualTo("与在建项目重复。");

        PageForm evaluating = turn(reserving, path, "RE_EVALUATE");
        assertThat(evaluating.at("leadDepartment")).isEqualTo("housing");
        assertThat(evaluating.all("assistDepartments")).containsExactly("finance");
        PageForm back = turn(turn(evaluating.with("assistDepartments"), path, "NOT_ADOPT"), path, "RE_EVALUATE");
        assertThat(back.all("assistDepartments")).as("nobody is ticked again").isEmpty();
        assertThat(turn(back, path, "NOT_ADOPT").at("answer")).isEqualTo("谢谢您。");
    }

    private static PageForm shown(StaffUser who, String path) {
        return PageForm.of(page(who.call().get(path), 200), "#outcome-form");
    }

    private static PageForm turn(PageForm form, String path, String tab) {
        return turn(TRIAGE, form, path, tab);
    }

    private static PageForm turn(StaffUser who, PageForm form, String path, String tab) {
        PageForm pressed = form.copy().with("tab", tab);
        Document page = page(pressed.post(who.call(), path), 200);
        assertThat(page.select(".tabs button[aria-current]").attr("value")).isEqualTo(tab);
        return PageForm.of(page, "#outcome-form");
    }

    private static Document page(Response response, int status) {
        return Jsoup.parse(response.then().statusCode(status).extract().asString());
    }
}
