package io.minsheng.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.once.OnceOnly;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.workflow.WorkItems;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RegisterProposalTest {

    private static final int SENDERS = 60;

    @Inject
    RegisterProposal registerProposal;
    @Inject
    CaseAccess access;
    @Inject
    WorkItems items;
    @Inject
    OnceOnly once;

    @Test
    @Transactional
    void numbersTheCaseAndOpensItsTriageTask() {
        Receipt receipt = registerProposal.register(new NewProposal("DZ2025",
                new Wish("给老旧小区加装电梯", "HOUSING", "我们小区六层没有电梯，老人上下楼很困难。", null, "tangxiang", null, null,
                        Target.NONE),
                new Proposer(ProposerKind.RESIDENT, "测试甲", "13800001234", null, null, true), Origin.web(Instant.now())),
                Actor.RESIDENT);

        assertThat(CaseNumber.isValid(receipt.caseNumber())).isTrue();
        assertThat(access.withCode(receipt.caseNumber(), receipt.queryCode()).stage()).isEqualTo(Stage.RECEIVED);
        assertThat(items.openOn(receipt.caseNumber())).singleElement().satisfies(item -> {
            assertThat(item.queue()).isEqualTo("TRIAGE");
            assertThat(item.dueAt()).isAfter(Instant.now());
        });
    }

    /** More than there are connections for on PostgreSQL, and each may need a second one for what is read for all. */
    @Test
    void registersAllWhoSendAtTheSameMoment() {
        ExecutorService many = Executors.newFixedThreadPool(SENDERS);
        try {
            List<CompletableFuture<String>> sent = IntStream.range(0, SENDERS).mapToObj(i -> "same moment " + i)
                    .map(key -> CompletableFuture.supplyAsync(
                            () -> once.perform(key, key, () -> Submission.web().register().caseNumber()), many))
                    .toList();

            assertThat(sent.stream().map(CompletableFuture::join)).doesNotHaveDuplicates().hasSize(SENDERS);
        } finally {
            many.shutdown();
        }
    }
}
