package io.minsheng.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.audit.AuditEntries;
import io.minsheng.audit.SealAudit;
import io.minsheng.audit.VerifyAudit;
import io.minsheng.intake.mail.InboxMessage;
import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.platform.persistence.Settings;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LoadSamplesTest.WithSamples.class)
class LoadSamplesTest {

    private static final int LIMIT = 66;
    private static final Set<Stage> WITH_OPEN_TASK = EnumSet.of(Stage.RECEIVED, Stage.TRIAGE, Stage.EVALUATION,
            Stage.CONCLUSION);

    /** An own database, so that nobody else meets the samples. */
    public static class WithSamples implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("minsheng.demo.samples", "true", "minsheng.demo.sample-limit", String.valueOf(LIMIT),
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:samples;DB_CLOSE_DELAY=-1", "minsheng.data-dir",
                    "target/test-data-samples");
        }
    }

    @Inject
    LoadSamples loadSamples;
    @Inject
    SamplePlan plan;
    @Inject
    Settings settings;
    @Inject
    Proposals proposals;
    @Inject
    WorkItems items;
    @Inject
    RuntimeService runtime;
    @Inject
    InboxMessages inbox;
    @Inject
    AuditEntries audit;
    @Inject
    SealAudit seal;
    @Inject
    VerifyAudit verify;

    @BeforeEach
    void loaded() {
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1))
                .until(() -> kept(LoadSamples.STATE).equals(LoadSamples.DONE));
    }

    @Test
    void bringsEachSampleToItsStage() {
        Map<Goal, Integer> wrong = new EnumMap<>(Goal.class);
        for (Sample each : samples()) {
            Proposal proposal = proposal(each);
            assertThat(proposal.channel()).isEqualTo(each.channel());
            assertThat(proposal.title()).isEqualTo(each.wish().title());
            if (proposal.stage() != stage(each.goal())) {
                wrong.merge(each.goal(), 1, Integer::sum);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(samples().stream().map(Sample::goal)).contains(Goal.RECEIVED, Goal.TRIAGE, Goal.AWAITING_SUPPLEMENT,
                Goal.EVALUATION, Goal.CONCLUSION, Goal.SHORTLISTED, Goal.PUBLISHED, Goal.NOT_ADOPTED);
        assertThat(QuarkusTransaction.requiringNew().call(() -> proposals.count())).isEqualTo(samples().size());
    }

    @Test
    void makesNoRowThatTheProcedureDidNotMake() {
        for (Sample each : samples()) {
            Proposal proposal = proposal(each);
            String number = proposal.caseNumber();
            QuarkusTransaction.requiringNew().run(() -> {
                assertThat(audit.count("caseNumber", number)).as(number).isPositive();
                assertThat(items.count("caseNumber", number)).as(number).isPositive();
                if (proposal.disposition() == null) {
                    assertThat(runtime.createProcessInstanceQuery().processInstanceId(proposal.processInstance()).count())
                            .as(number).isOne();
                }
                if (WITH_OPEN_TASK.contains(proposal.stage())) {
                    assertThat(items.openOn(number)).as(number).isNotEmpty();
                }
            });
        }
    }

    @Test
    void givesEachMailItsInboxRow() {
        List<Proposal> mails = samples().stream().filter(each -> each.channel() == Channel.EMAIL).map(this::proposal).toList();
        assertThat(mails).isNotEmpty().allSatisfy(each -> {
            InboxMessage row = QuarkusTransaction.requiringNew().call(() -> inbox.byId(each.sourceMessage()));
            assertThat(row.caseNumber()).isEqualTo(each.caseNumber());
            assertThat(row.receivedAt()).isEqualTo(each.receivedAt());
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> inbox.count())).isEqualTo(mails.size());
    }

    @Test
    void spreadsTheDatesOverTheLastWeeks() {
        Instant today = Shanghai.startOf(Shanghai.date(Instant.now()));
        List<Instant> received = samples().stream().map(this::proposal).map(Proposal::receivedAt).toList();
        assertThat(received).allMatch(each -> each.isBefore(today.plus(Duration.ofDays(1))))
                .anyMatch(each -> each.isBefore(today.minus(Duration.ofDays(20))))
                .anyMatch(each -> each.isAfter(today.minus(Duration.ofDays(3))));
        QuarkusTransaction.requiringNew().run(
                () -> assertThat(items.count("dueAt < ?1 and endedAt is null", Instant.now())).isPositive());
    }

    @Test
    void publishesAListByTheTwoPersonRule() {
        given().get("/api/v1/publications/DZ2025").then().statusCode(200).body("size()", greaterThan(0));
        assertThat(samples().stream().filter(each -> each.goal() == Goal.PUBLISHED).map(this::proposal)
                .map(Proposal::publicStage)).isNotEmpty().containsOnly(Stage.PUBLISHED);
    }

    @Test
    void leavesTheAuditLogIntact() {
        seal.seal();
        assertThat(verify.verify().intact()).isTrue();
    }

    @Test
    void doublesNothingWhenItIsStartedAgain() throws InterruptedException {
        QuarkusTransaction.requiringNew().run(() -> settings.put(LoadSamples.STATE, LoadSamples.WANTED));
        long acts = QuarkusTransaction.requiringNew().call(() -> audit.count());

        loadSamples.load(LIMIT, () -> false);

        assertThat(QuarkusTransaction.requiringNew().call(() -> proposals.count())).isEqualTo(samples().size());
        assertThat(QuarkusTransaction.requiringNew().call(() -> audit.count())).isEqualTo(acts);
    }

    private List<Sample> samples() {
        return QuarkusTransaction.requiringNew()
                .call(() -> plan.samples(Instant.parse(settings.get("demo.samples.began").orElseThrow()), LIMIT));
    }

    private Proposal proposal(Sample sample) {
        String number = kept(sample.key()).replace(" settled", "");
        assertThat(number).as("sample %d, %s, %s", sample.number(), sample.channel(), sample.goal()).isNotEmpty();
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number));
    }

    private String kept(String name) {
        return QuarkusTransaction.requiringNew().call(() -> settings.get(name)).orElse("");
    }

    private static Stage stage(Goal goal) {
        return switch (goal) {
            case VOTED_DOWN -> Stage.NOT_ADOPTED;
            default -> Stage.valueOf(goal.name());
        };
    }
}
