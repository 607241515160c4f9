package io.minsheng.campaign;

import java.util.List;
import java.util.Objects;

/**
 * What the office decides about a campaign, without its dates, which move with a reason ({@link ChangeDates}).
 *
 * @param projectYear the year for which projects are sought
 * @param contact how people can take part besides the web form
 * @param deadlines working days for each kind of work
 * @param fields what the form 征集表 asks for, in its order
 */
public record CampaignPlan(String title, int projectYear, Campaign.Contact contact, Deadlines deadlines,
        List<Category> categories, List<Principle> principles, List<AskedField> fields) {

    /** What a campaign rules now. */
    public static CampaignPlan of(Campaign campaign) {
        return new CampaignPlan(campaign.title(), campaign.projectYear(), campaign.contact(), campaign.deadlines(),
                campaign.categories(), campaign.principles(), campaign.fields());
    }

    /** Where a district begins that has had no campaign yet: categories, principles and form of the call of 2024-09-24. */
    public static CampaignPlan usual(int projectYear) {
        return new CampaignPlan("", projectYear, new Campaign.Contact("", "", "", ""), Deadlines.DEFAULT, Category.usual(),
                Principle.USUAL, AskedField.USUAL);
    }

    /**
     * The same with all that must stay once a campaign has begun as it is in {@code now}: what filled-in forms, mails, scores
     * and cases rely on.
     */
    public CampaignPlan keeping(CampaignPlan now) {
        return new CampaignPlan(title, now.projectYear,
                new Campaign.Contact(now.contact.subjectPhrase(), contact.address(), contact.mail(), contact.phone()),
                deadlines, now.categories.stream().map(each -> each.with(category(each.code()))).toList(),
                now.principles.stream().map(each -> each.with(principle(each.code()))).toList(), now.fields);
    }

    private Category category(String code) {
        return categories.stream().filter(each -> Objects.equals(each.code(), code)).findFirst().orElse(null);
    }

    private Principle principle(String code) {
        return principles.stream().filter(each -> Objects.equals(each.code(), code)).findFirst().orElse(null);
    }
}
