package io.minsheng.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.RegisterProposal;
import io.minsheng.proposal.Target;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A letter that is registered while its campaign is closed: either the closing sees it, or it is refused. */
abstract class ClosingRace {

    private static final Actor CHIEF = new Actor("chief", "科长", Set.of(Role.CHIEF), null);
    private static final Actor DESK = new Actor("desk-tangxiang", "窗口", Set.of(Role.REGISTRAR), "tangxiang");

    @Inject
    OpenCampaign openCampaign;
    @Inject
    Campaigns campaigns;
    @Inject
    RegisterProposal register;
    @Inject
    CloseCampaign close;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);
    private String code;

    @BeforeEach
    void begin() {
        code = "RACE" + UUID.randomUUID().toString().substring(0, 5).toUpperCase();
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign campaign = new Campaign(code, "已截止的征集", 2025, Instant.now().minus(Duration.ofDays(60)),
                    Instant.now().minus(Duration.ofDays(5)),
                    new Campaign.Contact("结案测试建议征集", "地址", "end@example.cn", "023-0000 0000"), Deadlines.DEFAULT);
            campaign.classifyBy(List.of(new Category("OTHER", "其他", null, "其他")), List.of());
            openCampaign.open(campaign, Actor.SYSTEM);
        });
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void seesTheLetterThatIsBeingRegistered() throws Exception {
        CompletableFuture<Void> registering = heldBack(() -> register.register(letter(), DESK));
        done.await(20, TimeUnit.SECONDS);

        CompletableFuture<List<Missing>> closing = CompletableFuture.supplyAsync(() -> close.close(code, CHIEF), threads);
        assertThatThrownBy(() -> closing.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayCommit.countDown();
        registering.get(20, TimeUnit.SECONDS);

        assertThat(closing.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void refusesTheLetterThatComesWhileItCloses() throws Exception {
        // what is known of the campaign stays known for a moment
        campaigns.rules(code);
        CompletableFuture<Void> closing = heldBack(() -> assertThat(close.close(code, CHIEF)).isEmpty());
        done.await(20, TimeUnit.SECONDS);

        CompletableFuture<Void> registering = CompletableFuture.runAsync(() -> register.register(letter(), DESK), threads);
        assertThatThrownBy(() -> registering.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayCommit.countDown();
        closing.get(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> registering.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Refusal.class)
                .hasRootCauseMessage("征集活动已结案。");
    }

    @Test
    void letsLettersAndClosingsPassEachOther() throws Exception {
        register.register(letter(), DESK);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            running.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 8; i++) {
                    register.register(letter(), DESK);
                    register.registerTogether(List.of(letter(), letter()), DESK);
                }
            }, threads));
        }
        running.add(CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 8; i++) {
                assertThat(close.close(code, CHIEF)).isNotEmpty();
            }
        }, threads));
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get(50, TimeUnit.SECONDS);

        assertThat(close.close(code, CHIEF)).hasSize(1 + 3 * 8 * 3);
    }

    private CompletableFuture<Void> heldBack(Runnable act) {
        return CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            act.run();
            done.countDown();
            try {
                mayCommit.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }), threads);
    }

    private NewProposal letter() {
        return new NewProposal(code,
                new NewProposal.Wish("给老旧小区加装电梯", "OTHER", "我们小区六层没有电梯，老人上下楼很困难。", null, null, null, null, Target.NONE),
                new NewProposal.Proposer(ProposerKind.RESIDENT, "测试丁", "13800002222", null, null, true),
                new NewProposal.Origin(Channel.LETTER, Instant.now(), null, null, "tangxiang", null,
                        NewProposal.Consent.NOTICE));
    }
}
