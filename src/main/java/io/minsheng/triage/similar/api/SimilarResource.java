package io.minsheng.triage.similar.api;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;

/** Public suggestions that want the same, for whoever is about to send one. */
@Path("/api/v1/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "相似建议")
public class SimilarResource {

    private static final LengthRule TEXT = new LengthRule("text", "要比较的文字", 2, 5_060);

    private final SimilarCases similar;
    private final Campaigns campaigns;

    SimilarResource(SimilarCases similar, Campaigns campaigns) {
        this.similar = similar;
        this.campaigns = campaigns;
    }

    /** A public case, under its public title. */
    public record PublicAnswer(String caseNumber, String title, double score) {

        static PublicAnswer of(Similar each) {
            return new PublicAnswer(each.caseNumber(), each.title(), each.score());
        }
    }

    @GET
    @PermitAll
    @PerAddress(value = "similar", calls = 120, minutes = 10)
    @Operation(summary = "已公开的相似建议", description = "最多 5 条，最相似的在前；只有公开标题。text 是标题和内容。")
    public List<PublicAnswer> toText(@QueryParam("campaign") String campaign, @QueryParam("text") String text) {
        String clean = Texts.clean(text);
        List<Violation> violations = new ArrayList<>();
        if (campaign == null || campaign.isBlank()) {
            violations.add(new Violation("campaign", "请指明征集活动。"));
        }
        TEXT.check(clean, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return similar.toText(campaigns.rules(campaign).code(), "", clean).stream().map(PublicAnswer::of).toList();
    }
}
