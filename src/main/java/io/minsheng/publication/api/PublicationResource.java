package io.minsheng.publication.api;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.ProgressTotals;
import io.minsheng.publication.PublishedLists;
import io.minsheng.publication.PublishedLists.AnnexRow;
import io.minsheng.publication.PublishedLists.PublishedList;

/** The published lists of a campaign, for everyone. */
@Path("/api/v1/publications")
@Tag(name = "公众")
public class PublicationResource {

    private final PublishedLists published;

    PublicationResource(PublishedLists published) {
        this.published = published;
    }

    /** The published lists. */
    public record CampaignPublications(String campaign, List<ListAnswer> lists) {
    }

    /** A published list. */
    public record ListAnswer(String id, String title, String text, OffsetDateTime publishedAt, ProgressTotals totals,
            List<ProjectAnswer> projects, List<AnnexRow> annexes) {

        static ListAnswer of(PublishedList list) {
            return new ListAnswer(list.id(), list.title(), list.text(), Shanghai.iso(list.publishedAt()),
                    list.totals(), list.rows().stream().map(ProjectAnswer::of).toList(), list.annexes());
        }
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "已公布的民生实事项目")
    public CampaignPublications of(@PathParam("campaign") String campaign) {
        return new CampaignPublications(campaign, published.of(campaign).stream().map(ListAnswer::of).toList());
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}.csv")
    @Produces("text/csv")
    @Operation(summary = "已公布的民生实事项目，CSV（UTF-8，带 BOM）")
    public Response csv(@PathParam("campaign") String campaign) {
        return Response.ok(ProjectTable.csv(published.of(campaign))).type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"projects-" + campaign + ".csv\"").build();
    }
}
