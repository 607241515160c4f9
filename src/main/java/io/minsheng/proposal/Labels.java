package io.minsheng.proposal;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;

/**
 * Chinese names for the codes of a case. Templates reach it as {@code cdi:labels}, e.g.
 * {@code {cdi:labels.category(item.campaign, item.category)}}. Unknown codes are shown as they are, null is empty.
 */
@Singleton
@Named("labels")
public class Labels {

    private final Campaigns campaigns;
    private final Organisations organisations;

    Labels(Campaigns campaigns, Organisations organisations) {
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /** Name of a category of a campaign. */
    public String category(String campaign, String code) {
        return code == null ? "" : campaigns.rules(campaign).categoryName(code);
    }

    /** Short name of a department, township or desk. */
    public String organisation(String code) {
        return organisations.shortName(code);
    }

    public String township(String code) {
        return organisation(code);
    }

    public String channel(String code) {
        return code == null ? "" : Channel.valueOf(code).label();
    }

    public String stage(String code) {
        return code == null ? "" : Stage.valueOf(code).label();
    }
}
