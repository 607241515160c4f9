package io.minsheng.publication;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.decision.CandidateList.Ruling;
import io.minsheng.decision.ListView;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.SiteSettings;

/** The words a publication begins with. */
@ApplicationScoped
public class PublicationTexts {

    private final Campaigns campaigns;
    private final SiteSettings site;

    PublicationTexts(Campaigns campaigns, SiteSettings site) {
        this.campaigns = campaigns;
        this.site = site;
    }

    public String title(ListView list) {
        CampaignRules campaign = campaigns.rules(list.campaign());
        return site.district() + campaign.projectYear() + "年重点民生实事项目（第" + list.number() + "批）";
    }

    public String text(ListView list) {
        CampaignRules campaign = campaigns.rules(list.campaign());
        Ruling ruling = list.ruling();
        return "经" + ruling.body() + "研究（" + ruling.meeting() + "，" + Shanghai.sayDate(ruling.decidedOn()) + "），现将"
                + campaign.projectYear() + "年重点民生实事项目（第" + list.number() + "批）共 " + list.adopted() + " 项予以公布。\n\n"
                + "这些项目来自社会公开征集的建议，感谢每一位建议人。各牵头单位要按期推进，进展情况将在本网站更新，请社会各界监督。";
    }
}
