package io.minsheng.campaign.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.time.Shanghai;

/** The calls for suggestions, as everyone may see them. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公众")
public class CampaignResource {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    CampaignResource(Campaigns campaigns, Organisations organisations, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** A code and its Chinese name. */
    public record Named(String code, String name) {
    }

    /**
     * A campaign.
     *
     * @param closes exclusive end
     * @param fields what the form asks for, in its order
     */
    public record CampaignAnswer(String code, String title, OffsetDateTime opens, OffsetDateTime closes, CampaignState state,
            List<Named> categories, List<Named> principles, List<Named> townships, String subjectPhrase, String address,
            String mail, List<AskedField> fields) {
    }

    @GET
    @Transactional
    @Operation(summary = "全部征集活动，最新的在前")
    public List<CampaignAnswer> all() {
        Instant now = clock.instant();
        return campaigns.newestFirst().stream().map(campaign -> answer(campaign, now)).toList();
    }

    @GET
    @Path("/{code}")
    @Transactional
    @Operation(summary = "一个征集活动")
    public CampaignAnswer one(@PathParam("code") String code) {
        return answer(campaigns.byCode(code), clock.instant());
    }

    private CampaignAnswer answer(Campaign campaign, Instant now) {
        return new CampaignAnswer(campaign.code(), campaign.title(), Shanghai.iso(campaign.opens()),
                Shanghai.iso(campaign.closes()), campaign.stateAt(now),
                campaign.categories().stream().map(each -> new Named(each.code(), each.name())).toList(),
                campaign.principles().stream().map(each -> new Named(each.code(), each.name())).toList(),
                organisations.townships().stream().map(each -> new Named(each.code(), each.shortName())).toList(),
                campaign.subjectPhrase(), campaign.address(), campaign.mail(), campaign.fields());
    }
}
