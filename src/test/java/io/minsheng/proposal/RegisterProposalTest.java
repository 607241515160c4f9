package io.minsheng.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.workflow.WorkItems;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RegisterProposalTest {

    @Inject
    RegisterProposal registerProposal;
    @Inject
    CaseAccess access;
    @Inject
    WorkItems items;

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
}
