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
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.ProgressTotals;
import io.minsheng.publication.PublishedLists;
import io.minsheng.publication.PublishedLists.AnnexRow;
import io.minsheng.publication.PublishedLists.BlackedOut;
import io.minsheng.publication.PublishedLists.EditionRow;
import io.minsheng.publication.PublishedLists.PublishedList;

/** The published lists of a campaign, for everyone. */
@Path("/api/v1/publications")
@Tag(name = "公众")
public class PublicationResource {

    private final PublishedLists published;
    private final PublicUrl url;

    PublicationResource(PublishedLists published, PublicUrl url) {
        this.published = published;
        this.url = url;
    }

    /** The published lists. */
    public record CampaignPublications(String campaign, List<ListAnswer> lists) {
    }

    /** A published list. */
    public record ListAnswer(String id, String title, String text, OffsetDateTime publishedAt, ProgressTotals totals,
            List<ProjectAnswer> projects, List<AnnexRow> annexes, String list, int version, String correction,
            List<VersionAnswer> versions) {

        static ListAnswer of(PublishedList list, PublicUrl url) {
            return new ListAnswer(list.id(), list.title(), list.text(), Shanghai.iso(list.publishedAt()),
                    list.totals(), list.rows().stream().map(each -> ProjectAnswer.of(each, url)).toList(), list.annexes(),
                    list.edition().list(), list.edition().number(), list.edition().correction(),
                    list.edition().all().stream().map(VersionAnswer::of).toList());
        }
    }

    /** A version of a list; all stay reachable under {@code versions/id}, also as {@code .csv}. */
    public record VersionAnswer(String id, int version, OffsetDateTime publishedAt, String correction,
            List<BlackedOutAnswer> blackedOut) {

        static VersionAnswer of(EditionRow row) {
            return new VersionAnswer(row.id(), row.number(), Shanghai.iso(row.publishedAt()), row.correction(),
                    row.blackedOut().stream().map(BlackedOutAnswer::of).toList());
        }
    }

    /** Personal data was taken out of a version; in its place stands 【已遮盖个人信息】. */
    public record BlackedOutAnswer(OffsetDateTime at, String reason) {

        static BlackedOutAnswer of(BlackedOut blackedOut) {
            return new BlackedOutAnswer(Shanghai.iso(blackedOut.at()), blackedOut.reason());
        }
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "已公布的民生实事项目")
    public CampaignPublications of(@PathParam("campaign") String campaign) {
        return new CampaignPublications(campaign,
                published.of(campaign).stream().map(each -> ListAnswer.of(each, url)).toList());
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}.csv")
    @Produces("text/csv")
    @Operation(summary = "已公布的民生实事项目，CSV（UTF-8，带 BOM）")
    public Response csv(@PathParam("campaign") String campaign) {
        return Response.ok(ProjectTable.csv(published.of(campaign), url)).type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"projects-" + campaign + ".csv\"").build();
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}/versions/{id:[a-z0-9]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "公布名单的某一版，也包括已被更正的")
    public ListAnswer version(@PathParam("campaign") String campaign, @PathParam("id") String id) {
        return ListAnswer.of(published.version(campaign, id), url);
    }

    @GET
    @Path("/{campaign:[A-Za-z0-9_-]+}/versions/{id:[a-z0-9]+}.csv")
    @Produces("text/csv")
    @Operation(summary = "公布名单的某一版，CSV（UTF-8，带 BOM）")
    public Response versionTable(@PathParam("campaign") String campaign, @PathParam("id") String id) {
        return Response.ok(ProjectTable.csv(List.of(published.version(campaign, id)), url)).type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"projects-" + campaign + "-" + id + ".csv\"").build();
    }
}
