package io.minsheng.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A picture of what a campaign rules; unlike the entity it can be shared between threads. */
public record CampaignRules(String code, String title, int projectYear, Instant opens, Instant closes, Instant closedAt,
        Deadlines deadlines, List<Category> categories, List<Principle> principles, String subjectPhrase,
        List<AskedField> fields, String mail, String address, String phone) {

    static CampaignRules of(Campaign campaign) {
        return new CampaignRules(campaign.code(), campaign.title(), campaign.projectYear(), campaign.opens(),
                campaign.closes(), campaign.closedAt(), campaign.deadlines(), campaign.categories(), campaign.principles(),
                campaign.subjectPhrase(), campaign.fields(), campaign.mail(), campaign.address(), campaign.phone());
    }

    /** The category with this code. */
    public Optional<Category> category(String code) {
        return categories.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Chinese name of a category; the code itself when unknown. */
    public String categoryName(String code) {
        return category(code).map(Category::name).orElse(code);
    }

    /** What the form calls a field; the usual name if the form leaves it out. */
    public String label(String field) {
        return fields.stream().filter(each -> each.code().equals(field)).findFirst().or(() -> AskedField.usual(field))
                .map(AskedField::label).orElse(field);
    }

    /** Whether the form asks for a field. */
    public boolean asks(String field) {
        return fields.stream().anyMatch(each -> each.code().equals(field));
    }

    /** Whether the form wants a field to be filled in. */
    public boolean needs(String field) {
        return fields.stream().anyMatch(each -> each.code().equals(field) && each.needed());
    }

    public CampaignState stateAt(Instant now) {
        return CampaignState.at(now, opens, closes, closedAt);
    }
}
