package io.minsheng.intake.mail;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/** Gives a mail to a person: the row waits, and a task of the process {@code review} stands for it. */
@ApplicationScoped
class EnterReview {

    private final Campaigns campaigns;
    private final Processes processes;
    private final InstantSource clock;

    EnterReview(Campaigns campaigns, Processes processes, InstantSource clock) {
        this.campaigns = campaigns;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Enters.
     *
     * @throws Refusal 409 while there is no campaign whose people could look; the row is tried again later
     */
    void enter(InboxMessage message, String reason) {
        message.become(InboxState.REVIEW, reason, null);
        processes.start(ProcessKey.REVIEW, message.id(), Map.of("messageId", message.id(), "campaign", campaign()));
    }

    String campaign() {
        return campaigns.current(clock.instant()).map(Campaign::code)
                .or(() -> campaigns.newestFirst().stream().findFirst().map(Campaign::code))
                .orElseThrow(() -> Refusal.conflict("还没有征集活动，邮件暂存。"));
    }
}
