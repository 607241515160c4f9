package io.minsheng.closing;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * Closes a campaign (结案): not while one case has no end, one person waits for an answer, or a sum does not add up. It does not
 * wait for the projects to be carried out (domain: campaign).
 */
@ApplicationScoped
public class CloseCampaign {

    /** More than anybody reads at once; the rest shows when these are done. */
    private static final int LISTED = 500;

    private final Campaigns campaigns;
    private final FindMissing findMissing;
    private final Processes processes;
    private final Event<Act> acts;
    private final InstantSource clock;

    CloseCampaign(Campaigns campaigns, FindMissing findMissing, Processes processes, Event<Act> acts, InstantSource clock) {
        this.campaigns = campaigns;
        this.findMissing = findMissing;
        this.processes = processes;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What is missing, at most some hundreds of each sort.
     *
     * @throws Refusal 404
     */
    @Transactional
    public List<Missing> missing(String code) {
        campaigns.byCode(code);
        return findMissing.of(code, LISTED);
    }

    /**
     * Closes it, if nothing is missing.
     *
     * @return what is missing; empty when the campaign is closed now
     * @throws Refusal 403 not the chief, 404, 409 it is still open for suggestions, or closed already
     */
    @Transactional
    public List<Missing> close(String code, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以结案。");
        }
        Campaign campaign = campaigns.held(code);
        CampaignState state = campaign.stateAt(clock.instant());
        if (state != CampaignState.HANDLING) {
            throw Refusal.conflict(state == CampaignState.CLOSED ? "征集活动已结案。" : "征集尚未截止，不能结案。");
        }
        List<Missing> missing = findMissing.of(code, LISTED);
        if (missing.isEmpty()) {
            campaigns.close(campaign, clock.instant());
            processes.deliver(MessageName.CAMPAIGN_CLOSED, code, Map.of());
            acts.fire(new Act(actor.username(), "CAMPAIGN_CLOSED", "CAMPAIGN", code, null, campaign.title()));
        }
        return missing;
    }
}
