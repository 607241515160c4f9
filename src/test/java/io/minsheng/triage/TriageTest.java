package io.minsheng.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Timeline;
import io.minsheng.proposal.TimelineEntry;
import io.minsheng.proposal.Verdicts;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Every outcome of TRIAGE, over the API and on the real engine. */
@QuarkusTest
class TriageTest {

    static final StaffUser TRIAGE = new StaffUser("triage");

    @Inject
    Proposals proposals;
    @Inject
    WorkItems items;
    @Inject
    Timeline timeline;
    @Inject
    TriageRulings rulings;
    @Inject
    SupplementRequests requests;
    @Inject
    Verdicts verdicts;
    @Inject
    AddSupplement addSupplement;
    @Inject
    WithdrawProposal withdraw;
    @Inject
    Clockwork clockwork;

    @Nested
    class Accepting {

        @Test
        void assignsLeadAndAssistantsAndTellsTheAuthorWho() {
            String number = Submission.web().caseNumber();
            complete(number, Map.of("outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                    "assistDepartments", List.of("finance", "tangxiang"), "publicTitle", "给学校换护眼灯", "note", "请现场看看"))
                    .statusCode(200).body("caseNumber", equalTo(number));

            Proposal proposal = proposal(number);
            assertThat(proposal.stage()).isEqualTo(Stage.EVALUATION);
            assertThat(proposal.publicStage()).isEqualTo(Stage.EVALUATION);
            assertThat(proposal.category()).isEqualTo("EDUCATION");
            assertThat(proposal.publicTitle()).isEqualTo("给学校换护眼灯");
            assertThat(open(number)).extracting(WorkItem::organisation, WorkItem::part)
                    .containsExactlyInAnyOrder(tuple("education", "LEAD"), tuple("finance", "ASSIST"),
                            tuple("tangxiang", "ASSIST"));
            assertThat(publicTexts(number)).contains("已转请区教委（牵头）和区财政局、棠香街道研究。");
            assertThat(rulings.of(proposal)).singleElement()
                    .satisfies(each -> assertThat(each.outcome()).isEqualTo(TriageRuling.Outcome.ACCEPT));
        }

        @Test
        void needsACategoryOfTheCampaignAndKnownDepartmentsEachOnce() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.claim("TRIAGE", number);
            refused(id, "category", "outcome", "ACCEPT", "category", "NONE", "leadDepartment", "education");
            refused(id, "category", "outcome", "ACCEPT", "leadDepartment", "education");
            refused(id, "leadDepartment", "outcome", "ACCEPT", "category", "EDUCATION");
            refused(id, "leadDepartment", "outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "nobody");
            refused(id, "leadDepartment", "outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "drc-social");
            refused(id, "assistDepartments", "outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                    "assistDepartments", List.of("education"));
            refused(id, "assistDepartments", "outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                    "assistDepartments", List.of("finance", "finance"));
            assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
            assertThat(rulings.of(proposal(number))).isEmpty();
        }

        @Test
        void takesNoPublicTitleThatNamesSomebody() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.claim("TRIAGE", number);
            for (String title : List.of("请联系 13800001234 加装电梯", Submission.NAME + "建议加装电梯", "短", "长".repeat(61))) {
                refused(id, "publicTitle", "outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                        "publicTitle", title);
            }
        }
    }

    @Nested
    class AskingBack {

        @Test
        void waitsForTheAuthorAndGoesOnWhenAnswered() {
            String number = Submission.web().caseNumber();
            complete(number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请说明小区名称。", "workingDays", 3))
                    .statusCode(200);

            assertThat(proposal(number).stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);
            assertThat(open(number)).isEmpty();
            SupplementRequest request = fresh(() -> requests.openOf(proposal(number)).orElseThrow());
            assertThat(request.dueAt()).isNotNull();
            assertThat(request.workingDays()).isEqualTo(3);

            supply(number, "龙岗花园 3 栋。");
            assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
            assertThat(publicTexts(number)).contains("已收到补充材料，继续分类整理。");
            assertThat(ended(request)).isEqualTo(SupplementRequest.End.ANSWERED);
            assertThat(open(number)).extracting(WorkItem::queue).containsExactly("TRIAGE");
        }

        @Test
        void comesBackUnansweredWhenTheTimeIsOver() {
            String number = Submission.web().caseNumber();
            complete(number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请说明小区名称。")).statusCode(200);
            SupplementRequest request = fresh(() -> requests.openOf(proposal(number)).orElseThrow());

            assertThat(clockwork.fireTimers(number)).isEqualTo(1);
            assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
            assertThat(ended(request)).isEqualTo(SupplementRequest.End.EXPIRED);
            assertThat(internalTexts(number)).anyMatch(each -> each.contains("未补充"));
            // asked a second time, and this time answered
            complete(number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "再问一次：哪个小区？")).statusCode(200);
            supply(number, "龙岗花园。");
            assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
        }

        @Test
        void needsAQuestionAndASensibleTime() {
            String id = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
            refused(id, "question", "outcome", "ASK_SUPPLEMENT");
            refused(id, "question", "outcome", "ASK_SUPPLEMENT", "question", "　");
            refused(id, "question", "outcome", "ASK_SUPPLEMENT", "question", "问".repeat(2001));
            refused(id, "workingDays", "outcome", "ASK_SUPPLEMENT", "question", "哪里？", "workingDays", 0);
            refused(id, "workingDays", "outcome", "ASK_SUPPLEMENT", "question", "哪里？", "workingDays", 1.5);
            form().formParam("outcome", "ASK_SUPPLEMENT").formParam("workingDays", "三天").post("/staff/tasks/triage/" + id)
                    .then()
                    .statusCode(400).body(containsString("答复期限：请填写数字。")).body(containsString("#question"));
        }
    }

    @Nested
    class Ending {

        @Test
        void refersButTellsTheAuthorOnlyWithTheAnswer() {
            String number = Submission.web().caseNumber();
            complete(number, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求。")).statusCode(200);

            Proposal proposal = proposal(number);
            assertThat(proposal.stage()).isEqualTo(Stage.REFERRED);
            assertThat(proposal.disposition()).isEqualTo(Disposition.REFERRED);
            assertThat(proposal.dispositionReason()).isEqualTo("属于个体诉求。");
            assertThat(proposal.publicStage()).isEqualTo(Stage.TRIAGE);
            assertThat(publicTexts(number)).noneMatch(each -> each.contains("12345"));
            assertThat(allPublicTexts(number)).contains("您反映的事项已转12345政务服务便民热线办理，说明见答复。");
            assertThat(reason(proposal)).isEqualTo("属于个体诉求。");
        }

        @Test
        void refersToThePetitionOfficeAndToDepartments() {
            for (String office : List.of("PETITION", "transport")) {
                String number = Submission.web().caseNumber();
                complete(number, Map.of("outcome", "REFER", "to", office, "explanation", "属于投诉。")).statusCode(200);
                assertThat(proposal(number).disposition()).isEqualTo(Disposition.REFERRED);
            }
        }

        @Test
        void rejectsWithReasonAndExplanation() {
            for (RejectionReason reason : RejectionReason.values()) {
                String number = Submission.web().caseNumber();
                complete(number, Map.of("outcome", "REJECT", "reasonCode", reason.name(), "explanation", "没有可以研究的内容。"))
                        .statusCode(200);
                Proposal proposal = proposal(number);
                assertThat(proposal.disposition()).isEqualTo(Disposition.REJECTED);
                assertThat(proposal.publicStage()).isEqualTo(Stage.TRIAGE);
                assertThat(rulings.latestOf(proposal).reasonCode()).isEqualTo(reason);
            }
        }

        @Test
        void needsWhomToAndWhy() {
            String id = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
            refused(id, "to", "outcome", "REFER", "to", "NOBODY", "explanation", "说明");
            refused(id, "explanation", "outcome", "REFER", "to", "PETITION");
            refused(id, "reasonCode", "outcome", "REJECT", "reasonCode", "BORING", "explanation", "说明");
            refused(id, "explanation", "outcome", "REJECT", "reasonCode", "SPAM");
            refused(id, "explanation", "outcome", "REJECT", "reasonCode", "SPAM", "explanation", "说".repeat(2001));
        }
    }

    @Nested
    class Refusing {

        @Test
        void anUnknownOutcomeAndFieldsOfAnother() {
            String id = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
            refused(id, "outcome", "outcome", "PRAISE");
            refused(id, "outcome", "category", "EDUCATION");
            refused(id, "leadDepartment", "outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告",
                    "leadDepartment", "education");
            refused(id, "surprise", "outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告", "surprise", "!");
        }

        @Test
        void whoHasNotClaimedOrIsOfAnotherRole() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            Map<String, ?> body = Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告");
            TRIAGE.complete(id, body).statusCode(409);
            TRIAGE.claim("TRIAGE", number);
            new StaffUser("triage2").complete(id, body).statusCode(409);
            new StaffUser("chief").complete(id, body).statusCode(403);
            new StaffUser("dept-education").complete(id, body).statusCode(404);
            TRIAGE.complete(id, body).statusCode(200);
            TRIAGE.complete(id, body).statusCode(409);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void endsTheCaseInEveryStageBeforeTheList() {
            String received = Submission.web().caseNumber();
            String inTriage = Submission.web().caseNumber();
            TRIAGE.claim("TRIAGE", inTriage);
            String asked = Submission.web().caseNumber();
            complete(asked, Map.of("outcome", "ASK_SUPPLEMENT", "question", "哪里？")).statusCode(200);
            for (String number : List.of(received, inTriage, asked)) {
                QuarkusTransaction.requiringNew()
                        .run(() -> withdraw.withdraw(proposals.byNumber(number), "不需要了", Actor.RESIDENT));
                assertThat(proposal(number).publicStage()).isEqualTo(Stage.WITHDRAWN);
                assertThat(open(number)).isEmpty();
                assertThat(clockwork.fireTimers(number)).isZero();
            }
        }
    }

    @Nested
    class OnThePage {

        @Test
        void showsTheOriginalEscapedAndTheAuthorsCategoryChosen() {
            String number = Submission.web().titled("路灯<script>alert(1)</script>坏了").in("TRANSPORT").caseNumber();
            String id = TRIAGE.task("TRIAGE", number);
            page(id, "").statusCode(200).body(not(containsString("<script>alert(1)"))).body(containsString("&lt;script&gt;"))
                    .body(containsString("/claim")).body(not(containsString("name=\"category\"")));
            TRIAGE.claim("TRIAGE", number);
            page(id, "").body(containsString("<option value=\"TRANSPORT\" selected>"))
                    .body(containsString("<option value=\"transport\" selected>区交通局</option>"))
                    .body(containsString("会立即"));
            for (String outcome : List.of("ASK_SUPPLEMENT", "REFER", "REJECT")) {
                page(id, "?outcome=" + outcome).statusCode(200).body(containsString("value=\"" + outcome + "\""));
            }
        }

        @Test
        void keepsWhatWasTypedWhenSomethingIsMissing() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.claim("TRIAGE", number);
            form().formParam("outcome", "ACCEPT").formParam("category", "HOUSING").formParam("leadDepartment", "")
                    .formParam("assistDepartments", "finance").formParam("note", "请看<b>现场</b>")
                    .post("/staff/tasks/triage/" + id).then().statusCode(400).body(containsString("请选择一个牵头单位。"))
                    .body(containsString("请看&lt;b&gt;现场&lt;/b&gt;")).body(containsString("value=\"finance\" checked"));
            form().redirects().follow(false).formParam("outcome", "ACCEPT").formParam("category", "HOUSING")
                    .formParam("leadDepartment", "housing").post("/staff/tasks/triage/" + id).then().statusCode(303);
            assertThat(proposal(number).stage()).isEqualTo(Stage.EVALUATION);
        }

        @Test
        void putsCannedWordsInAndShowsTheMailBeforeItGoes() {
            String number = Submission.web().caseNumber();
            String id = TRIAGE.claim("TRIAGE", number);
            form().formParam("outcome", "ASK_SUPPLEMENT").formParam("question", "您好。").formParam("workingDays", "5")
                    .formParam("canned", canned("具体地点")).post("/staff/tasks/triage/" + id).then().statusCode(200)
                    .body(containsString("您好。\n请说明具体地点"));
            form().formParam("outcome", "ASK_SUPPLEMENT").formParam("question", "哪个小区？").formParam("workingDays", "5")
                    .formParam("preview", "1").post("/staff/tasks/triage/" + id).then().statusCode(200)
                    .body(containsString("建议人将看到")).body(containsString("请您补充说明"))
                    .body(not(containsString(Submission.NAME)));
            assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
        }

        private String canned(String label) {
            return TRIAGE.call().get("/api/v1/canned-texts").then().statusCode(200).extract()
                    .path("items.find { it.label == '" + label + "' }.id");
        }

        @Test
        void tellsOnThePageThatItMustBeClaimedFirst() {
            String id = TRIAGE.task("TRIAGE", Submission.web().caseNumber());
            form().formParam("outcome", "REJECT").formParam("reasonCode", "SPAM").formParam("explanation", "广告")
                    .post("/staff/tasks/triage/" + id).then().statusCode(409).body(containsString("请先领取这项任务。"));
            new StaffUser("dept-education").call().get("/staff/tasks/triage/" + id).then().statusCode(403);
        }

        private ValidatableResponse page(String id, String query) {
            return TRIAGE.call().get("/staff/tasks/triage/" + id + query).then();
        }
    }

    private static RequestSpecification form() {
        return TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static ValidatableResponse complete(String number, Map<String, ?> body) {
        return TRIAGE.complete(TRIAGE.claim("TRIAGE", number), body);
    }

    private static void refused(String id, String field, Object... body) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < body.length; i += 2) {
            map.put((String) body[i], body[i + 1]);
        }
        TRIAGE.complete(id, map).statusCode(400).body("violations.field", hasItem(field));
    }

    private void supply(String number, String text) {
        QuarkusTransaction.requiringNew()
                .run(() -> addSupplement.add(proposals.byNumber(number), text, Channel.WEB, Actor.RESIDENT));
    }

    private Proposal proposal(String number) {
        return fresh(() -> proposals.byNumber(number));
    }

    private List<WorkItem> open(String number) {
        return fresh(() -> items.openOn(number));
    }

    /** What the database says now, not what this test has read before. */
    private static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }

    private String reason(Proposal proposal) {
        return fresh(() -> verdicts.of(proposal).orElseThrow().reason());
    }

    private SupplementRequest.End ended(SupplementRequest request) {
        return fresh(() -> requests.findById(request.id()).how());
    }

    private List<String> publicTexts(String number) {
        return fresh(() -> timeline.publicOf(proposals.byNumber(number))).stream().map(TimelineEntry::publicText).toList();
    }

    private List<String> allPublicTexts(String number) {
        return fresh(() -> timeline.of(proposals.byNumber(number))).stream().map(TimelineEntry::publicText).toList();
    }

    private List<String> internalTexts(String number) {
        return fresh(() -> timeline.of(proposals.byNumber(number))).stream().map(TimelineEntry::internalText)
                .filter(each -> each != null).toList();
    }
}
