package io.minsheng.campaign;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/** Sets a campaign up: stores it and starts its process, which holds the list rounds until it is closed. */
@ApplicationScoped
public class OpenCampaign {

    private final Campaigns campaigns;
    private final Processes processes;
    private final Event<Act> acts;

    OpenCampaign(Campaigns campaigns, Processes processes, Event<Act> acts) {
        this.campaigns = campaigns;
        this.processes = processes;
        this.acts = acts;
    }

    @Transactional
    public Campaign open(Campaign campaign, Actor actor) {
        campaigns.persistAndFlush(campaign);
        campaign.handledBy(processes.start(ProcessKey.CAMPAIGN, campaign.code(), Map.of("campaign", campaign.code())));
        campaigns.changed(campaign.code());
        acts.fire(new Act(actor.username(), "CAMPAIGN_OPENED", "CAMPAIGN", campaign.code(), null, campaign.title()));
        return campaign;
    }
}
