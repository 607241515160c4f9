package io.minsheng.search;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;

/**
 * Codes that are data: a filter by one that does not exist is a mistake, not an empty list (contract: 400 unknown query value).
 */
@ApplicationScoped
class KnownCodes {

    private final Campaigns campaigns;
    private final Organisations organisations;

    KnownCodes(Campaigns campaigns, Organisations organisations) {
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /**
     * Passes a filter whose campaign, category (of that campaign, else of any), township and department exist.
     *
     * @throws Refusal 400
     */
    void require(CaseFilter filter) {
        List<Violation> violations = new ArrayList<>();
        List<CampaignRules> wanted = campaigns.rulesNewestFirst().stream()
                .filter(each -> filter.campaign() == null || each.code().equals(filter.campaign())).toList();
        if (wanted.isEmpty() && filter.campaign() != null) {
            violations.add(new Violation("campaign", "没有这个征集活动。"));
        } else if (filter.category() != null
                && wanted.stream().noneMatch(each -> each.category(filter.category()).isPresent())) {
            violations.add(new Violation("category", "没有这个事项类别。"));
        }
        if (filter.township() != null && !organisations.isTownship(filter.township())) {
            violations.add(new Violation("township", "没有这个镇街。"));
        }
        if (filter.department() != null && organisations.find(filter.department()).isEmpty()) {
            violations.add(new Violation("department", "没有这个单位。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
