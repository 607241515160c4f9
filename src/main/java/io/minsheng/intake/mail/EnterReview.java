package io.minsheng.intake.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
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

    /**
     * Enters several, which costs less than one each.
     *
     * @throws Refusal as above
     */
    void enterEach(Map<InboxMessage, Route.Review> all) {
        processes.together(() -> {
            all.forEach((message, route) -> enter(message, route.reason()));
            return all;
        });
    }

    String campaign() {
        Instant now = clock.instant();
        List<CampaignRules> all = campaigns.rulesNewestFirst();
        return all.stream().filter(each -> !each.opens().isAfter(now))
                .max(Comparator.comparing(CampaignRules::closes).thenComparing(CampaignRules::code))
                .or(() -> all.stream().findFirst()).map(CampaignRules::code)
                .orElseThrow(() -> Refusal.conflict("还没有征集活动，邮件暂存。"));
    }
}
