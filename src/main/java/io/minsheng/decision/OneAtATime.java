package io.minsheng.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.campaign.Campaigns;

/**
 * Candidates of a campaign change one transaction after the other: else a case could join an item in the moment in which it
 * is frozen and be told nothing ever, or two rounds could begin at once.
 */
@ApplicationScoped
public class OneAtATime {

    private final Campaigns campaigns;

    OneAtATime(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Waits for others and keeps them out until the transaction ends. */
    public void in(String campaign) {
        campaigns.findById(campaign, LockModeType.PESSIMISTIC_WRITE);
    }
}
