package io.minsheng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Timeline;
import io.minsheng.proposal.Verdict;
import io.minsheng.proposal.Verdicts;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Every outcome of EVALUATION and CONCLUSION, over the API and on the real engine. */
@QuarkusTest
class EvaluationTest {

    static final StaffUser TRIAGE = new StaffUser("triage");
    static final StaffUser EDUCATION = new StaffUser("dept-education");
    static final StaffUser FINANCE = new StaffUser("dept-finance");
    static final StaffUser TANGXIANG = new StaffUser("dept-tangxiang");

    static final Map<String, Object> SCORES = Map.of("INCLUSIVENESS", 5, "EFFECTIVENESS", 4, "FEASIBILITY", 3,
            "MEASURABILITY", 2);
    static final Map<String, Object> LEADS = Map.of("outcome", "SUBMIT", "scores", SCORES, "recommendation", "ADOPT",
            "opinion", "受益面广，建议纳入。", "estimatedCost", 120.5, "fundingSource", "区级财政", "thisYear", "FULL", "target",
            "改造 12 所学校");
    static final Map<String, Object> ASSISTS = Map.of("outcome", "SUBMIT", "recommendation", "PARTLY", "opinion", "财力可承受。");

    @Inject
    Proposals proposals;
    @Inject
    WorkItems items;
    @Inject
    Timeline timeline;
    @Inject
    Verdicts verdicts;
    @Inject
    Rounds rounds;
    @Inject
    Parts parts;
    @Inject
    Opinions opinions;
    @Inject
    WithdrawProposal withdraw;
    @Inject
    Clockwork clockwork;

    @Nested
    class Parallel {

        @Test
        void endsWhenLeadAndAssistantsHaveSubmitted() {
            String number = assigned("education", "finance", "tangxiang");
            settle(FINANCE, number, ASSISTS);
            assertThat(stage(number)).isEqualTo(Stage.EVALUATION);
            settle(EDUCATION, number, LEADS);
            assertThat(stage(number)).isEqualTo(Stage.EVALUATION);
            settle(TANGXIANG, number, with(ASSISTS, "scores", Map.of("FEASIBILITY", 1)));

            assertThat(stage(number)).isEqualTo(Stage.CONCLUSION);
            assertThat(open(number)).extracting(WorkItem::queue, WorkItem::organisation)
                    .containsExactly(tuple("CONCLUSION", null));
            Opinion lead = parts(number).get(0).opinion();
            assertThat(lead.scores()).containsEntry("INCLUSIVENESS", 5).hasSize(4);
            assertThat(lead.estimatedCost()).isEqualByComparingTo("120.5");
            assertThat(parts(number).get(2).opinion().scores()).containsOnlyKeys("FEASIBILITY");
        }

        @Test
        void anAssistantsReturnEndsOnlyItsPart() {
            String number = assigned("education", "finance");
            settle(FINANCE, number, Map.of("outcome", "RETURN", "reason", "不涉及本单位。", "suggestedDepartment", "transport"));
            assertThat(stage(number)).isEqualTo(Stage.EVALUATION);
            settle(EDUCATION, number, LEADS);
            assertThat(stage(number)).isEqualTo(Stage.CONCLUSION);
            assertThat(parts(number)).extracting(Part::state).containsExactly(PartState.SUBMITTED, PartState.RETURNED);
            assertThat(parts(number).get(1).suggestedDepartment()).isEqualTo("transport");
        }

        @Test
        void aLeadsReturnEndsTheRoundAndKeepsOpinionsGiven() {
            String number = assigned("education", "finance", "tangxiang");
            settle(FINANCE, number, ASSISTS);
            String left = TANGXIANG.claim("EVALUATION", number);
            settle(EDUCATION, number, Map.of("outcome", "RETURN", "reason", "应由交通部门牵头。"));

            assertThat(stage(number)).isEqualTo(Stage.TRIAGE);
            assertThat(open(number)).extracting(WorkItem::queue).containsExactly("TRIAGE");
            assertThat(parts(number)).extracting(Part::state).containsExactly(PartState.RETURNED, PartState.SUBMITTED,
                    PartState.CANCELLED);
            TANGXIANG.complete(left, ASSISTS).statusCode(409);
            // assigned anew, it can be concluded
            accept(number, "transport");
            settle(new StaffUser("dept-transport"), number, LEADS);
            assertThat(stage(number)).isEqualTo(Stage.CONCLUSION);
            assertThat(fresh(() -> rounds.of(proposals.byNumber(number)))).extracting(Round::number).containsExactly(1, 2);
        }

        @Test
        void returnsOnlyWithinTheLimit() {
            String number = assigned("education");
            String id = EDUCATION.claim("EVALUATION", number);
            clockwork.age(id, Duration.ofDays(30));
            EDUCATION.complete(id, Map.of("outcome", "RETURN", "reason", "不是我们的事。")).statusCode(409)
                    .body("detail", containsString("退回期限"));
            EDUCATION.complete(id, LEADS).statusCode(200).body("stage", equalTo("CONCLUSION"));
        }

        @Test
        void remindsOnceAndGoesOnWithoutAnOverdueAssistant() {
            String number = assigned("education", "finance");
            String lead = EDUCATION.task("EVALUATION", number);
            String assist = FINANCE.task("EVALUATION", number);
            waive(TRIAGE, assist, "等不及了").statusCode(409);

            assertThat(clockwork.fireTimers(number)).isEqualTo(2);
            assertThat(parts(number)).allSatisfy(each -> assertThat(each.remindedAt()).isNotNull());
            assertThat(open(number)).extracting(WorkItem::queue).containsExactlyInAnyOrder("EVALUATION", "EVALUATION",
                    "SUPERVISION", "SUPERVISION");
            clockwork.age(lead, Duration.ofDays(30));
            clockwork.age(assist, Duration.ofDays(30));

            waive(TRIAGE, lead, "等不及了").statusCode(409);
            waive(TRIAGE, assist, "").statusCode(400).body("violations.field", hasItem("reason"));
            waive(new StaffUser("chief"), assist, "等不及了").statusCode(403);
            waive(FINANCE, assist, "不想写").statusCode(403);
            waive(TANGXIANG, assist, "不想写").statusCode(404);
            waive(TRIAGE, assist, "超期未提交，不影响结论。").statusCode(200).body("caseNumber", equalTo(number));
            waive(TRIAGE, assist, "再来一次").statusCode(409);
            assertThat(parts(number).get(1).state()).isEqualTo(PartState.WAIVED);
            settle(EDUCATION, number, LEADS);
            assertThat(stage(number)).isEqualTo(Stage.CONCLUSION);
        }

        @Test
        void aWithdrawalStopsEveryDepartment() {
            String running = assigned("education", "finance");
            settle(FINANCE, running, ASSISTS);
            String concluding = concluded();
            for (String number : List.of(running, concluding)) {
                QuarkusTransaction.requiringNew()
                        .run(() -> withdraw.withdraw(proposals.byNumber(number), "已经解决", Actor.RESIDENT));
                assertThat(stage(number)).isEqualTo(Stage.WITHDRAWN);
                assertThat(open(number)).isEmpty();
                assertThat(clockwork.fireTimers(number)).isZero();
            }
            assertThat(parts(running)).extracting(Part::state).containsExactly(PartState.CANCELLED, PartState.SUBMITTED);
        }
    }

    @Nested
    class Checking {

        @Test
        void theLeadsWholeScorecard() {
            String id = EDUCATION.claim("EVALUATION", assigned("education"));
            refused(EDUCATION, id, "scores.FEASIBILITY", without(LEADS, "scores"));
            refused(EDUCATION, id, "scores.FEASIBILITY", with(LEADS, "scores", without(SCORES, "FEASIBILITY")));
            refused(EDUCATION, id, "scores.FEASIBILITY", with(LEADS, "scores", with(SCORES, "FEASIBILITY", 6)));
            refused(EDUCATION, id, "scores.FEASIBILITY", with(LEADS, "scores", with(SCORES, "FEASIBILITY", 0)));
            EDUCATION.complete(id, with(LEADS, "scores", with(SCORES, "FEASIBILITY", 4.9))).statusCode(400);
            refused(EDUCATION, id, "scores.BEAUTY", with(LEADS, "scores", with(SCORES, "BEAUTY", 3)));
            refused(EDUCATION, id, "recommendation", with(LEADS, "recommendation", "MAYBE"));
            refused(EDUCATION, id, "opinion", without(LEADS, "opinion"));
            refused(EDUCATION, id, "thisYear", without(LEADS, "thisYear"));
            refused(EDUCATION, id, "estimatedCost", with(LEADS, "estimatedCost", -1));
            refused(EDUCATION, id, "estimatedCost", with(LEADS, "estimatedCost", 1e30));
            refused(EDUCATION, id, "estimatedCost", with(LEADS, "estimatedCost", 1.234));
            refused(EDUCATION, id, "target", with(LEADS, "target", "标".repeat(201)));
            refused(EDUCATION, id, "outcome", with(LEADS, "outcome", "WAIVE"));
            refused(EDUCATION, id, "reason", with(LEADS, "reason", "退回"));
            refused(EDUCATION, id, "reason", Map.of("outcome", "RETURN"));
            refused(EDUCATION, id, "suggestedDepartment",
                    Map.of("outcome", "RETURN", "reason", "不是", "suggestedDepartment", "education"));
            EDUCATION.complete(id, LEADS).statusCode(200);
        }

        @Test
        void whoseTaskItIs() {
            String number = assigned("education", "finance");
            String lead = EDUCATION.task("EVALUATION", number);
            EDUCATION.complete(lead, LEADS).statusCode(409);
            FINANCE.complete(lead, ASSISTS).statusCode(404);
            FINANCE.call().post("/api/v1/tasks/" + lead + "/claim").then().statusCode(404);
            TANGXIANG.complete(lead, ASSISTS).statusCode(404);
            TRIAGE.complete(lead, LEADS).statusCode(403);
            FINANCE.complete(FINANCE.claim("EVALUATION", number), without(ASSISTS, "recommendation")).statusCode(400)
                    .body("violations.field", hasItem("recommendation"));
        }
    }

    @Nested
    class Revising {

        @Test
        void theLeadMayUntilTheConclusionIsClaimed() {
            String number = assigned("education", "finance");
            revise(EDUCATION, number, "太早").statusCode(409);
            settle(EDUCATION, number, LEADS);
            revise(EDUCATION, number, "想了想，更支持。").statusCode(200);
            EDUCATION.call().get("/staff/opinions/" + number).then().statusCode(200).body(containsString("想了想，更支持。"))
                    .body(containsString("value=\"120.5\"")).body(containsString("value=\"5\" checked"));
            form(EDUCATION).formParam("opinion", "").post("/staff/opinions/" + number).then().statusCode(400)
                    .body(containsString("请填写评估意见"));
            EDUCATION.call().get("/staff/cases/" + number).then().body(containsString("修改本单位意见"));
            FINANCE.call().get("/staff/opinions/" + number).then().statusCode(409);
            revise(FINANCE, number, "还没提交").statusCode(409);
            revise(TANGXIANG, number, "看不见").statusCode(404);
            settle(FINANCE, number, ASSISTS);
            FINANCE.call(Map.of("recommendation", "NOT", "opinion", "财力不可承受。")).post("/api/v1/cases/" + number + "/opinion")
                    .then().statusCode(200);
            revise(EDUCATION, number, "最后一次修改。").statusCode(200).body("stage", equalTo("CONCLUSION"));
            TRIAGE.claim("CONCLUSION", number);
            revise(EDUCATION, number, "来不及了").statusCode(409);
            assertThat(parts(number).get(0).opinion().text()).isEqualTo("最后一次修改。");
        }

        @Test
        void everyVersionIsKeptAndTheConclusionNamesWhichItUsed() {
            String number = assigned("education", "finance");
            settle(EDUCATION, number, with(LEADS, "opinion", "受益面广，资金可以落实，建议纳入。"));
            settle(FINANCE, number, ASSISTS);
            EDUCATION.call(without(with(with(LEADS, "opinion", "受益面广，资金难以落实，建议纳入。"), "scores",
                    with(SCORES, "FEASIBILITY", 1)), "outcome")).post("/api/v1/cases/" + number + "/opinion").then()
                    .statusCode(200);
            settle(TRIAGE, number, "CONCLUSION", Map.of("outcome", "RESERVE", "reason", "资金未落实。"));

            TRIAGE.call().get("/api/v1/cases/" + number).then().statusCode(200)
                    .body("evaluations[0].parts[0].versions.version", equalTo(List.of(1, 2)))
                    .body("evaluations[0].parts[0].versions[0].opinion.text", equalTo("受益面广，资金可以落实，建议纳入。"))
                    .body("evaluations[0].parts[0].versions[1].changed", equalTo(List.of("opinion", "scores.FEASIBILITY")))
                    .body("evaluations[0].parts[0].versions[0].concludedAt", nullValue())
                    .body("evaluations[0].parts[0].versions[1].concludedAt", notNullValue())
                    .body("evaluations[0].parts[1].versions[0].concludedAt", notNullValue());
            TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200)
                    .body(containsString("<del>资金可以落实，</del><ins>资金难以落实，</ins>")).body(containsString("综合意见采用"))
                    .body(not(containsString("修改本单位意见")));
            FINANCE.call().get("/api/v1/cases/" + number).then().body("evaluations[0].parts", hasSize(1));
        }

        private ValidatableResponse revise(StaffUser who, String number, String opinion) {
            return who.call(without(with(LEADS, "opinion", opinion), "outcome"))
                    .post("/api/v1/cases/" + number + "/opinion").then();
        }
    }

    @Nested
    class Concluding {

        @Test
        void doesNotAdoptWithAReasonAndADraftOfTheAnswer() {
            String number = concluded();
            settle(TRIAGE, number, "CONCLUSION",
                    Map.of("outcome", "NOT_ADOPT", "reason", "当年财力不足。", "answer", "感谢您的建议。"));
            Proposal proposal = proposal(number);
            assertThat(proposal.stage()).isEqualTo(Stage.NOT_ADOPTED);
            assertThat(proposal.disposition()).isEqualTo(Disposition.NOT_ADOPTED);
            assertThat(proposal.dispositionReason()).isEqualTo("当年财力不足。");
            assertThat(proposal.publicStage()).isEqualTo(Stage.CONCLUSION);
            Verdict verdict = fresh(() -> verdicts.of(proposals.byNumber(number)).orElseThrow());
            assertThat(verdict.answerDraft()).isEqualTo("感谢您的建议。");
        }

        @Test
        void keepsInReserve() {
            String number = concluded();
            settle(TRIAGE, number, "CONCLUSION", Map.of("outcome", "RESERVE", "reason", "明年条件成熟。"));
            assertThat(proposal(number).disposition()).isEqualTo(Disposition.RESERVED);
        }

        @Test
        void shortlistsAsANewItemOrIntoAWaitingOne() {
            String first = concluded();
            settle(TRIAGE, first, "CONCLUSION", Map.of("outcome", "SHORTLIST", "reason", "呼声高。"));
            assertThat(stage(first)).isEqualTo(Stage.SHORTLISTED);
            String item = proposal(first).candidateItem();
            assertThat(item).isNotNull();
            String second = concluded();
            String id = TRIAGE.claim("CONCLUSION", second);
            refused(TRIAGE, id, "item", Map.of("outcome", "SHORTLIST", "reason", "同类", "item", "nothing"));
            TRIAGE.complete(id, Map.of("outcome", "SHORTLIST", "reason", "同类。", "item", item)).statusCode(200);
            assertThat(proposal(second).candidateItem()).isEqualTo(item);
        }

        @Test
        void evaluatesAgainWithTheSameOrOtherDepartments() {
            String number = concluded();
            settle(TRIAGE, number, "CONCLUSION", Map.of("outcome", "RE_EVALUATE"));
            assertThat(stage(number)).isEqualTo(Stage.EVALUATION);
            assertThat(open(number)).extracting(WorkItem::organisation, WorkItem::part)
                    .containsExactlyInAnyOrder(tuple("education", "LEAD"), tuple("finance", "ASSIST"));
            settle(EDUCATION, number, LEADS);
            settle(FINANCE, number, ASSISTS);
            settle(TRIAGE, number, "CONCLUSION",
                    Map.of("outcome", "RE_EVALUATE", "leadDepartment", "transport", "assistDepartments", List.of()));
            assertThat(open(number)).extracting(WorkItem::organisation).containsExactly("transport");
        }

        @Test
        void needsAReasonAndFieldsOfItsOutcome() {
            String id = TRIAGE.claim("CONCLUSION", concluded());
            for (String outcome : List.of("SHORTLIST", "NOT_ADOPT", "RESERVE")) {
                refused(TRIAGE, id, "reason", Map.of("outcome", outcome));
            }
            refused(TRIAGE, id, "outcome", Map.of("outcome", "ADOPT", "reason", "好"));
            refused(TRIAGE, id, "answer", Map.of("outcome", "SHORTLIST", "reason", "好", "answer", "好"));
            refused(TRIAGE, id, "reason", Map.of("outcome", "RE_EVALUATE", "reason", "好"));
            refused(TRIAGE, id, "leadDepartment", Map.of("outcome", "RE_EVALUATE", "leadDepartment", "nobody"));
            EDUCATION.complete(id, Map.of("outcome", "RESERVE", "reason", "好")).statusCode(404);
            new StaffUser("leader").complete(id, Map.of("outcome", "RESERVE", "reason", "好")).statusCode(403);
        }
    }

    @Nested
    class Showing {

        @Test
        void theLeadSeesAllOpinionsAnAssistantItsOwn() {
            String number = assigned("education", "finance", "tangxiang");
            settle(FINANCE, number, with(ASSISTS, "opinion", "可拨款，联系 13900001111。"));
            assertThat(opinionsFor("education", number)).hasSize(3);
            assertThat(opinionsFor("tangxiang", number)).extracting(OpinionView::organisation)
                    .containsExactly("tangxiang");
            assertThat(opinionsFor("education", number).get(1).opinion().text()).contains("139****1111");
            String id = EDUCATION.claim("EVALUATION", number);
            EDUCATION.call().get("/staff/tasks/evaluation/" + id).then().statusCode(200).body(containsString("可拨款"))
                    .body(containsString("普惠性")).body(not(containsString("13800001234")));
            TANGXIANG.call().get("/staff/tasks/evaluation/" + TANGXIANG.task("EVALUATION", number)).then()
                    .statusCode(200).body(not(containsString("可拨款")));
            TANGXIANG.call().get("/staff/tasks/evaluation/" + id).then().statusCode(404);
        }

        @Test
        void theEvaluationPageKeepsWhatWasTyped() {
            String number = assigned("education", "finance");
            String id = EDUCATION.claim("EVALUATION", number);
            form(EDUCATION).formParam("outcome", "SUBMIT").formParam("scores.FEASIBILITY", "4")
                    .formParam("opinion", "好<i>的</i>").formParam("estimatedCost", "一百")
                    .post("/staff/tasks/evaluation/" + id).then().statusCode(400)
                    .body(containsString("请填写数字。")).body(containsString("好&lt;i&gt;的&lt;/i&gt;"))
                    .body(containsString("value=\"一百\"")).body(containsString("value=\"4\" checked"));
            EDUCATION.call().get("/staff/tasks/evaluation/" + id + "?outcome=RETURN").then().statusCode(200)
                    .body(containsString("退回理由"));
            RequestSpecification whole = form(EDUCATION).redirects().follow(false).formParam("outcome", "SUBMIT")
                    .formParam("recommendation", "ADOPT").formParam("opinion", "同意。").formParam("thisYear", "STAGE");
            SCORES.forEach((code, score) -> whole.formParam("scores." + code, score.toString()));
            whole.post("/staff/tasks/evaluation/" + id).then().statusCode(303);
            assertThat(parts(number).get(0).state()).isEqualTo(PartState.SUBMITTED);
        }

        @Test
        void whatWasTypedForATaskThatIsDoneOrSomebodyElsesIsThereToBeCopied() {
            String number = assigned("education");
            String id = EDUCATION.claim("EVALUATION", number);
            EDUCATION.complete(id, LEADS).statusCode(200);
            form(EDUCATION).formParam("outcome", "SUBMIT").formParam("opinion", "写了很久的<b>意见</b>").formParam("target", "短")
                    .formParam("kept.RETURN.reason", "写在另一页的理由").post("/staff/tasks/evaluation/" + id).then().statusCode(409)
                    .body(containsString("这项任务已经办结")).body(containsString("写了很久的&lt;b&gt;意见&lt;/b&gt;"))
                    .body(containsString("写在另一页的理由")).body(containsString("没有保存"));
            EDUCATION.call().get("/staff/tasks/evaluation/" + id).then().statusCode(409).body(not(containsString("没有保存")));
            String conclusion = TRIAGE.claim("CONCLUSION", number);
            form(EDUCATION).formParam("opinion", "改了很久的意见").post("/staff/opinions/" + number).then().statusCode(409)
                    .body(containsString("改了很久的意见"));
            form(new StaffUser("triage2")).formParam("outcome", "NOT_ADOPT").formParam("reason", "同事写的理由")
                    .post("/staff/tasks/conclusion/" + conclusion).then().statusCode(409).body(containsString("已被他人领取"))
                    .body(containsString("同事写的理由"));
        }

        @Test
        void whoseTimeForReturningIsOverIsToldBeforeTyping() {
            String id = EDUCATION.claim("EVALUATION", assigned("education"));
            EDUCATION.call().get("/staff/tasks/evaluation/" + id + "?outcome=RETURN").then().statusCode(200)
                    .body(containsString("当天退回")).body(containsString("退回理由"));
            clockwork.age(id, Duration.ofDays(30));
            EDUCATION.call().get("/staff/tasks/evaluation/" + id + "?outcome=RETURN").then().statusCode(200)
                    .body(containsString("已过，不能再退回")).body(not(containsString("退回理由")));
        }

        @Test
        void whatCannotBeReadIsNamedTogetherWithAllElseThatIsWrong() {
            String number = assigned("education");
            String id = EDUCATION.claim("EVALUATION", number);
            form(EDUCATION).formParam("outcome", "SUBMIT").formParam("scores.FEASIBILITY", "四")
                    .formParam("scores.MEASURABILITY", "2.5").formParam("estimatedCost", "一百")
                    .post("/staff/tasks/evaluation/" + id).then().statusCode(400)
                    .body(containsString("#scores.FEASIBILITY")).body(containsString("#scores.MEASURABILITY"))
                    .body(containsString("#scores.EFFECTIVENESS")).body(containsString("#estimatedCost"))
                    .body(containsString("#recommendation")).body(containsString("#opinion"));
            EDUCATION.complete(id, Map.of("outcome", "SUBMIT", "scores", with(SCORES, "FEASIBILITY", "四"), "estimatedCost",
                    "一百", "thisYear", List.of(), "beauty", 1)).statusCode(400).body("violations.field", containsInAnyOrder(
                            "scores.FEASIBILITY", "estimatedCost", "thisYear", "beauty", "recommendation", "opinion"));
            // whoever may not act is told that, not what is wrong in a form
            FINANCE.complete(id, with(LEADS, "estimatedCost", "一百")).statusCode(404);
            EDUCATION.complete(id, with(LEADS, "estimatedCost", "一百")).statusCode(400)
                    .body("violations.field", contains("estimatedCost"));
            assertThat(parts(number).get(0).state()).isEqualTo(PartState.PENDING);
            EDUCATION.complete(id, LEADS).statusCode(200);
            EDUCATION.call(with(with(LEADS, "estimatedCost", "一百"), "opinion", "")).post("/api/v1/cases/" + number + "/opinion")
                    .then().statusCode(400).body("violations.field", containsInAnyOrder("estimatedCost", "opinion"));
            form(EDUCATION).formParam("estimatedCost", "一百").post("/staff/opinions/" + number).then().statusCode(400)
                    .body(containsString("#estimatedCost")).body(containsString("#recommendation"));
        }

        @Test
        void theOfficeWaivesOnThePageOfAnOverdueAssistant() {
            String number = assigned("education", "finance");
            String id = FINANCE.task("EVALUATION", number);
            TRIAGE.call().get("/staff/tasks/evaluation/" + id).then().statusCode(200).body(not(containsString("/waive")));
            clockwork.age(id, Duration.ofDays(30));
            TRIAGE.call().get("/staff/tasks/evaluation/" + id).then().body(containsString("/waive"));
            form(TRIAGE).formParam("reason", "").post("/staff/tasks/evaluation/" + id + "/waive").then().statusCode(400);
            form(TRIAGE).redirects().follow(false).formParam("reason", "超期").post("/staff/tasks/evaluation/" + id + "/waive")
                    .then().statusCode(303);
        }

        @Test
        void theConclusionPageShowsScoresAndConcludes() {
            String number = concluded();
            String id = TRIAGE.task("CONCLUSION", number);
            TRIAGE.call().get("/staff/tasks/conclusion/" + id).then().statusCode(200).body(containsString("区教委（牵头）"))
                    .body(containsString("受益面广")).body(containsString("120.5")).body(containsString("/claim"));
            TRIAGE.claim("CONCLUSION", number);
            for (String outcome : List.of("SHORTLIST", "NOT_ADOPT", "RESERVE", "RE_EVALUATE")) {
                TRIAGE.call().get("/staff/tasks/conclusion/" + id + "?outcome=" + outcome).then().statusCode(200)
                        .body(containsString("value=\"" + outcome + "\""));
            }
            form(TRIAGE).formParam("outcome", "RESERVE").formParam("reason", "").formParam("answer", "谢谢<b>您</b>")
                    .post("/staff/tasks/conclusion/" + id).then().statusCode(400).body(containsString("请填写理由"))
                    .body(containsString("谢谢&lt;b&gt;您&lt;/b&gt;"));
            form(TRIAGE).redirects().follow(false).formParam("outcome", "RESERVE").formParam("reason", "明年再议。")
                    .post("/staff/tasks/conclusion/" + id).then().statusCode(303);
            assertThat(stage(number)).isEqualTo(Stage.RESERVED);
            EDUCATION.call().get("/staff/tasks/conclusion/" + id).then().statusCode(403);
        }
    }

    private List<OpinionView> opinionsFor(String organisation, String number) {
        Actor actor = new Actor("dept-" + organisation, organisation, Set.of(Role.DEPARTMENT), organisation);
        return fresh(() -> opinions.of(number, actor)).get(0).parts();
    }

    private String assigned(String lead, String... assists) {
        String number = Submission.web().caseNumber();
        accept(number, lead, assists);
        return number;
    }

    private static void accept(String number, String lead, String... assists) {
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", lead,
                "assistDepartments", List.of(assists)));
    }

    private String concluded() {
        String number = assigned("education", "finance");
        settle(EDUCATION, number, LEADS);
        settle(FINANCE, number, ASSISTS);
        return number;
    }

    private static void settle(StaffUser who, String number, Map<String, ?> body) {
        who.settle("EVALUATION", number, body);
    }

    private static void settle(StaffUser who, String number, String queue, Map<String, ?> body) {
        who.settle(queue, number, body);
    }

    private static ValidatableResponse waive(StaffUser who, String id, String reason) {
        return who.call(Map.of("reason", reason)).post("/api/v1/tasks/" + id + "/waive").then();
    }

    private static void refused(StaffUser who, String id, String field, Map<String, ?> body) {
        who.complete(id, body).statusCode(400).body("violations.field", hasItem(field));
    }

    private static RequestSpecification form(StaffUser who) {
        return who.call().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.remove(key);
        return changed;
    }

    private Proposal proposal(String number) {
        return fresh(() -> proposals.byNumber(number));
    }

    private Stage stage(String number) {
        return proposal(number).stage();
    }

    private List<WorkItem> open(String number) {
        return fresh(() -> items.openOn(number));
    }

    /** The parts of the latest round, the lead first. */
    private List<Part> parts(String number) {
        return fresh(() -> {
            List<Part> all = parts.of(rounds.latestOf(proposals.byNumber(number)).orElseThrow());
            all.forEach(Part::opinion);
            return all;
        });
    }

    /** What the database says now, not what this test has read before. */
    private static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }
}
