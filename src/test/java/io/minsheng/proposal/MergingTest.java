package io.minsheng.proposal;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.calendar.PausedClock;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.view.CaseTies;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class MergingTest {

    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final Map<String, Object> ACCEPTED = Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment",
            "housing", "assistDepartments", List.of("finance"));

    @Inject
    Proposals proposals;
    @Inject
    WorkItems items;
    @Inject
    Tallies tallies;
    @Inject
    OutboxMails mails;
    @Inject
    Clockwork clockwork;
    @Inject
    PausedClock pausedClock;
    @Inject
    ViewCase viewCase;
    @Inject
    EntityManager entities;

    @Nested
    class TheMember {

        @Test
        void freezesAndKeepsWhoClaimedIt() {
            String main = Submission.web().caseNumber();
            String member = Submission.web().caseNumber();
            String task = TRIAGE.claim("TRIAGE", member);

            merge(member, main).statusCode(200).body("stage.code", equalTo("MERGED")).body("mergedInto", equalTo(main))
                    .body("tasks[0].assignee", equalTo("triage"));

            TRIAGE.call().queryParam("size", 200).get("/api/v1/tasks").then().body("items.id", not(hasItem(task)));
            TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(409);
            TRIAGE.call().post("/api/v1/tasks/" + task + "/release").then().statusCode(409);
            TRIAGE.complete(task, ACCEPTED).statusCode(409);
            TRIAGE.call().get("/api/v1/cases/" + main).then().body("members.caseNumber", hasItem(member))
                    .body("members[0].author", equalTo("测*")).body("tally.suggestions", equalTo(2))
                    .body("tally.people", equalTo(1)).body("timeline.internal", hasItem(containsString(member)));

            unmerge(member).statusCode(200).body("stage.code", equalTo("TRIAGE")).body("mergedInto", nullValue());
            TRIAGE.complete(task, ACCEPTED).statusCode(200);
        }

        @Test
        void takesItsEvaluationAlongAndTheDepartmentStillSeesIt() {
            String main = Submission.web().caseNumber();
            String member = Submission.web().caseNumber();
            TRIAGE.settle("TRIAGE", member, ACCEPTED);
            String task = HOUSING.task("EVALUATION", member);

            merge(member, main).statusCode(200);

            HOUSING.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(409);
            HOUSING.call().get("/api/v1/cases/" + member).then().statusCode(200);
            HOUSING.call().get("/api/v1/cases/" + main).then().statusCode(404);
            unmerge(member).body("stage.code", equalTo("EVALUATION"));
            HOUSING.claim("EVALUATION", member);
        }

        @Test
        void losesNoWorkingDayWhileItStandsStill() {
            String main = Submission.web().caseNumber();
            String member = Submission.web().caseNumber();
            TRIAGE.settle("TRIAGE", member,
                    Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问是哪个小区？", "workingDays", 5));
            String waiting = Submission.web().caseNumber();
            Instant asked = OffsetDateTime.parse(path(member, "supplementRequest.dueAt")).toInstant();
            Instant due = QuarkusTransaction.requiringNew().call(() -> items.openOn(waiting).get(0).dueAt());
            merge(member, main).statusCode(200);
            merge(waiting, main).statusCode(200);
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createQuery("update Merging m set m.mergedAt = :at where m.into.caseNumber = :main")
                            .setParameter("at", Instant.now().minus(Duration.ofDays(9))).setParameter("main", main)
                            .executeUpdate());
            int days = pausedClock.days(Instant.now().minus(Duration.ofDays(9)), Instant.now());

            unmerge(member).statusCode(200);
            unmerge(waiting).statusCode(200);

            assertThat(days).isBetween(1, 9);
            assertThat(QuarkusTransaction.requiringNew().call(() -> items.openOn(waiting).get(0).dueAt()))
                    .isEqualTo(pausedClock.later(due, days)).isAfter(due);
            Instant later = OffsetDateTime.parse(path(member, "supplementRequest.dueAt")).toInstant();
            assertThat(later).isEqualTo(pausedClock.later(asked, days));
            assertThat(clockwork.timersOf(member)).containsExactly(later);
        }

        @Test
        void keepsWhatItsAuthorAddsAndGoesOnWithAnAnswerItWaitedFor() {
            String main = Submission.web().caseNumber();
            Receipt member = Submission.web().register();
            TRIAGE.settle("TRIAGE", member.caseNumber(),
                    Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问是哪个小区？", "workingDays", 5));
            merge(member.caseNumber(), main).statusCode(200);

            author(member, "supplement", Map.of("text", "就是海棠小区。")).statusCode(200).body("mergedInto", equalTo(main))
                    .body("mainStage.code", equalTo("RECEIVED")).body("stage.code", equalTo("MERGED"));

            TRIAGE.call().get("/api/v1/cases/" + member.caseNumber()).then().body("supplements.text", hasItem("就是海棠小区。"));
            assertThat(QuarkusTransaction.requiringNew().call(() -> viewCase.view(main, staff()).ties().addenda()))
                    .extracting(CaseTies.Addendum::text).containsExactly("就是海棠小区。");
            unmerge(member.caseNumber()).statusCode(200).body("stage.code", equalTo("TRIAGE"));
        }

        @Test
        void endsAtOnceWhenItsAuthorWithdraws() {
            String main = Submission.web().caseNumber();
            Receipt member = Submission.web().register();
            merge(member.caseNumber(), main).statusCode(200);

            author(member, "withdraw", Map.of("reason", "不需要了")).statusCode(200).body("stage.code", equalTo("WITHDRAWN"));

            TRIAGE.call().get("/api/v1/cases/" + main).then().body("members", hasSize(0)).body("tally.suggestions",
                    equalTo(1));
            TRIAGE.call().get("/api/v1/cases/" + member.caseNumber()).then().body("tasks", hasSize(0));
            unmerge(member.caseNumber()).statusCode(409);
        }
    }

    @Nested
    class TheMain {

        @Test
        void mayBeMergedItselfAndTakesItsMembersAlong() {
            String root = Submission.web().caseNumber();
            String middle = Submission.web().caseNumber();
            String leaf = Submission.web().caseNumber();
            merge(leaf, middle).statusCode(200);
            merge(middle, root).statusCode(200);

            TRIAGE.call().get("/api/v1/cases/" + leaf).then().body("mergedInto", equalTo(middle)).body("mainCase",
                    equalTo(root));
            TRIAGE.call().get("/api/v1/cases/" + root).then().body("tally.suggestions", equalTo(3));
            merge(root, leaf).statusCode(422);
            unmerge(middle).statusCode(200);
            TRIAGE.call().get("/api/v1/cases/" + root).then().body("tally.suggestions", equalTo(1));
            TRIAGE.call().get("/api/v1/cases/" + middle).then().body("members.caseNumber", hasItem(leaf));
        }

        @Test
        void leavesItsMembersBehindWhenItIsWithdrawn() {
            Receipt main = Submission.web().register();
            String member = Submission.web().caseNumber();
            TRIAGE.claim("TRIAGE", member);
            merge(member, main.caseNumber()).statusCode(200);

            author(main, "withdraw", Map.of("reason", "不需要了")).statusCode(200);

            TRIAGE.call().get("/api/v1/cases/" + member).then().body("stage.code", equalTo("TRIAGE")).body("mergedInto",
                    nullValue());
        }

        @Test
        void countsEachPersonOnceByTelephoneOrEmail() {
            String main = Submission.web().reachableBy("13800009001", "one@example.cn").caseNumber();
            for (Submission each : List.of(Submission.web().reachableBy("13800009001", null),
                    Submission.web().reachableBy(null, "ONE@example.cn"),
                    Submission.web().reachableBy("13800009002", null).in("EDUCATION"))) {
                merge(each.caseNumber(), main).statusCode(200);
            }
            String lone = Submission.web().caseNumber();

            Map<String, Tallies.Tally> counted = QuarkusTransaction.requiringNew()
                    .call(() -> tallies.ofCases(List.of(main, lone)));

            assertThat(counted).containsEntry(main, new Tallies.Tally(4, 2, 1)).containsEntry(lone, new Tallies.Tally(1, 1, 1));
        }

        @Test
        void bringsItsMembersToTheListOfCandidates() {
            String main = Handling.evaluated(Submission.web());
            merge(Submission.web().reachableBy("13800009003", null).caseNumber(), main).statusCode(200);
            TRIAGE.settle("CONCLUSION", main, Map.of("outcome", "SHORTLIST", "reason", "条件成熟"));

            String list = Handling.openList();
            Map<String, Object> item = Handling.list(list).getMap("items.find { it.cases.contains('" + main + "') }");

            assertThat(item).containsEntry("suggestions", 2).containsEntry("people", 2);
        }

        @Test
        void costsAsManyStatementsWithManyMembersAsWithOne() {
            String main = Submission.web().caseNumber();
            merge(Submission.web().reachableBy("13800009100", null).caseNumber(), main).statusCode(200);
            long one = statements(main);
            for (int i = 1; i < 50; i++) {
                merge(Submission.web().reachableBy("138000091" + (10 + i), null).caseNumber(), main).statusCode(200);
            }

            assertThat(statements(main)).isEqualTo(one);
        }

        private long statements(String caseNumber) {
            return CountStatements.of(entities.getEntityManagerFactory(),
                    () -> assertThat(viewCase.view(caseNumber, staff()).ties().members()).isNotEmpty());
        }
    }

    @Nested
    class TheAnswer {

        @Test
        void waitsForTheReleaseSoThatUntilThenAllCanBeUndone() {
            String main = Handling.evaluated(Submission.web());
            String member = Submission.web().caseNumber();
            merge(member, main).statusCode(200);
            TRIAGE.settle("CONCLUSION", main, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));

            unmerge(member).statusCode(200).body("stage.code", equalTo("RECEIVED"));
            merge(member, main).statusCode(409);
        }

        @Test
        void isReleasedForAllAtOnceAndThenNothingCanBeUndone() {
            String main = Handling.evaluated(Submission.web());
            Receipt byMail = Submission.web().reachableBy(null, "member@example.cn").register();
            Receipt byPhone = Submission.web().reachableBy("13800009200", null).register();
            TRIAGE.settle("TRIAGE", byPhone.caseNumber(), ACCEPTED);
            merge(byMail.caseNumber(), main).statusCode(200);
            merge(byPhone.caseNumber(), byMail.caseNumber()).statusCode(200);
            TRIAGE.settle("CONCLUSION", main, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));

            CHIEF.complete(Handling.answerDrafted(main, "ONLINE"), Map.of("outcome", "RELEASE")).statusCode(202);

            unmerge(byMail.caseNumber()).statusCode(409);
            for (Receipt each : List.of(byMail, byPhone)) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> TRIAGE.call().get("/api/v1/cases/" + each.caseNumber())
                                .then().body("disposition", equalTo("MERGED")));
                tracked(each).body("stage.code", equalTo("MERGED")).body("answer.text", containsString(main))
                        .body("mainStage.code", equalTo("NOT_ADOPTED"));
                assertThat(HOUSING.tasks("EVALUATION", each.caseNumber())).isEmpty();
                unmerge(each.caseNumber()).statusCode(409);
                author(each, "withdraw", Map.of("reason", "太晚了")).statusCode(409);
                author(each, "supplement", Map.of("text", "太晚了")).statusCode(409);
            }
            assertThat(mailKinds(byMail)).contains(MailKind.ANSWER);
            TRIAGE.task("ANSWER", byPhone.caseNumber());
        }

        @Test
        void isOwedToTheMembersEvenIfTheMainsAuthorWaitsForNone() {
            String main = Submission.web().caseNumber();
            merge(Submission.web().caseNumber(), main).statusCode(200);
            TRIAGE.settle("TRIAGE", main, Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告。"));

            TRIAGE.task("ANSWER", main);
        }
    }

    @Nested
    class TheNotice {

        @Test
        void tellsTheAuthorOfAMergeAndOfItsEnd() {
            String main = Submission.web().caseNumber();
            Receipt member = Submission.web().register();
            merge(member.caseNumber(), main).statusCode(200);
            unmerge(member.caseNumber()).statusCode(200);

            assertThat(mailKinds(member)).containsExactlyInAnyOrder(MailKind.RECEIPT, MailKind.MERGED, MailKind.UNMERGED);
        }
    }

    @Nested
    class Refusals {

        @Test
        void sayWhatCannotBe() {
            String main = Submission.web().caseNumber();
            String other = Submission.web().caseNumber();
            String member = Submission.web().caseNumber();
            merge(member, member).statusCode(422);
            merge(member, "DZ2025-999999-9").statusCode(404);
            merge("DZ2025-999999-9", main).statusCode(404);
            merge(member, " ").statusCode(400).body("violations.field", hasItem("into"));
            unmerge(member).statusCode(409);
            merge(member, main).statusCode(200);
            merge(member, other).statusCode(409);
            TRIAGE.call(Map.of("reason", " ")).post("/api/v1/cases/" + member + "/unmerge").then().statusCode(400)
                    .body("violations.field", hasItem("reason"));
            merge(main, member).statusCode(422);
        }

        @Test
        void knowWhoMayMerge() {
            String main = Submission.web().caseNumber();
            String member = Submission.web().caseNumber();
            for (StaffUser each : List.of(CHIEF, new StaffUser("leader"), HOUSING)) {
                each.call(Map.of("into", main)).post("/api/v1/cases/" + member + "/merge").then().statusCode(403);
                each.call(Map.of("reason", "试试")).post("/api/v1/cases/" + member + "/unmerge").then().statusCode(403);
            }
            given().contentType(ContentType.JSON).body(Map.of("into", main)).post("/api/v1/cases/" + member + "/merge").then()
                    .statusCode(401);
        }

        @Test
        void knowTheStagesOfMembersAndMains() {
            String open = Submission.web().caseNumber();
            String listed = Handling.shortlisted(Submission.web());
            String ended = Handling.declined(Submission.web());
            Receipt gone = Submission.web().register();
            author(gone, "withdraw", Map.of("reason", "不需要了")).statusCode(200);

            merge(listed, open).statusCode(409);
            merge(ended, open).statusCode(409);
            merge(gone.caseNumber(), open).statusCode(409);
            merge(open, ended).statusCode(409);
            merge(open, gone.caseNumber()).statusCode(409);
            merge(open, listed).statusCode(200);
        }
    }

    private List<MailKind> mailKinds(Receipt receipt) {
        return QuarkusTransaction.requiringNew().call(
                () -> mails.of(proposals.byNumber(receipt.caseNumber()).id()).stream().map(OutboxMail::kind).toList());
    }

    private static Actor staff() {
        return new Actor("triage", "经办", Set.of(Role.TRIAGE), "drc-social");
    }

    private static String path(String caseNumber, String path) {
        return TRIAGE.call().get("/api/v1/cases/" + caseNumber).then().statusCode(200).extract().path(path);
    }

    private static ValidatableResponse tracked(Receipt receipt) {
        return given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + receipt.caseNumber()).then()
                .statusCode(200);
    }

    private static ValidatableResponse author(Receipt receipt, String act, Map<String, String> body) {
        return given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON).body(body)
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/" + act).then();
    }

    private static ValidatableResponse merge(String caseNumber, String into) {
        return TRIAGE.call(Map.of("into", into)).post("/api/v1/cases/" + caseNumber + "/merge").then();
    }

    private static ValidatableResponse unmerge(String caseNumber) {
        return TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + caseNumber + "/unmerge").then();
    }
}
