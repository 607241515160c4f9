package io.minsheng.publication.web;

import java.time.InstantSource;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.ChooseProjects;
import io.minsheng.publication.OpenAnnex;
import io.minsheng.publication.PublishedLists;
import io.minsheng.publication.PublishedLists.PublishedList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The published lists, for everyone. */
@Path("/published")
public class PublishedPages {

    private final PublishedLists published;
    private final ChooseProjects choose;
    private final OpenAnnex openAnnex;
    private final Campaigns campaigns;
    private final InstantSource clock;
    private final PublicUrl url;

    PublishedPages(PublishedLists published, ChooseProjects choose, OpenAnnex openAnnex, Campaigns campaigns,
            InstantSource clock, PublicUrl url) {
        this.published = published;
        this.choose = choose;
        this.openAnnex = openAnnex;
        this.campaigns = campaigns;
        this.clock = clock;
        this.url = url;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance published(CampaignRules campaign, ChooseProjects.Chosen chosen);

        static native TemplateInstance project(CampaignRules campaign, PublishedList list, PublishedLists.Row row);

        static native TemplateInstance version(CampaignRules campaign, PublishedList list);

        private Templates() {
        }
    }

    /** The current campaign's. */
    @GET
    @Transactional
    public Response current() {
        CampaignRules campaign = campaigns.current(clock.instant()).orElseThrow(() -> Refusal.notFound("还没有公布的项目。"));
        return url.goTo("/published/" + campaign.code());
    }

    @GET
    @Path("/{campaign}")
    @Transactional
    public TemplateInstance of(@PathParam("campaign") String campaign, @QueryParam("category") String category,
            @QueryParam("township") String township) {
        return Templates.published(campaigns.rules(campaign),
                choose.of(campaign, published.of(campaign), category, township));
    }

    /** A project, month by month. */
    @GET
    @Path("/{campaign}/projects/{id}")
    public TemplateInstance project(@PathParam("campaign") String campaign, @PathParam("id") String id) {
        PublishedList list = published.project(campaign, id);
        return Templates.project(campaigns.rules(campaign), list, list.rows().get(0));
    }

    /** One version of a list; what was published stays reachable after it was corrected. */
    @GET
    @Path("/{campaign}/versions/{id}")
    public TemplateInstance version(@PathParam("campaign") String campaign, @PathParam("id") String id) {
        return Templates.version(campaigns.rules(campaign), published.version(campaign, id));
    }

    /** A file that was published with a list; also of a version that was corrected since. */
    @GET
    @Path("/{campaign}/annexes/{id}")
    public Response annex(@PathParam("campaign") String campaign, @PathParam("id") String id) {
        return AnnexDownload.of(openAnnex.released(campaign, id));
    }
}
