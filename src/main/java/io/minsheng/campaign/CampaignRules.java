package io.minsheng.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A picture of what a campaign rules; unlike the entity it can be shared between threads. */
public record CampaignRules(String code, String title, int projectYear, Instant opens, Instant closes, Instant closedAt,
        Deadlines deadlines, List<Category> categories, List<Principle> principles, String subjectPhrase,
        List<AskedField> fields) {

    static CampaignRules of(Campaign campaign) {
        return new CampaignRules(campaign.code(), campaign.title(), campaign.projectYear(), campaign.opens(),
                campaign.closes(), campaign.closedAt(), campaign.deadlines(), campaign.categories(), campaign.principles(),
                campaign.subjectPhrase(), campaign.fields());
    }

    /** The category with this code. */
    public Optional<Category> category(String code) {
        return categories.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Chinese name of a category; the code itself when unknown. */
    public String categoryName(String code) {
        return category(code).map(Category::name).orElse(code);
    }

    public CampaignState stateAt(Instant now) {
        return CampaignState.at(now, opens, closes, closedAt);
    }
}
