package io.minsheng.decision.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.minsheng.decision.CompareCandidates;
import io.minsheng.decision.CompareCandidates.Comparison;
import io.minsheng.decision.ListView;
import io.minsheng.decision.Rank;
import io.minsheng.decision.ReadVersions;
import io.minsheng.decision.VersionLog;
import io.minsheng.decision.ViewList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The lists of candidates and how far each has got. */
@Path("/staff/lists")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class ListPages {

    private final ViewList viewList;
    private final ReadVersions readVersions;
    private final CompareCandidates compare;

    ListPages(ViewList viewList, ReadVersions readVersions, CompareCandidates compare) {
        this.viewList = viewList;
        this.readVersions = readVersions;
        this.compare = compare;
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance lists(List<ListView> lists);

        static native TemplateInstance list(ListView list, Rank rank, Rank[] ranks, String done);

        static native TemplateInstance versions(ListView list, List<VersionLog> versions, String done);

        static native TemplateInstance compare(Comparison comparison);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance all() {
        return Templates.lists(viewList.all());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("rank") String code,
            @QueryParam("done") String done) {
        Rank rank = Rank.of(code);
        return Templates.list(viewList.view(id, rank), rank, Rank.values(), done == null ? "" : done);
    }

    @GET
    @Path("/{id}/versions")
    public TemplateInstance versions(@PathParam("id") String id, @QueryParam("done") String done) {
        return Templates.versions(viewList.view(id), readVersions.of(id), done == null ? "" : done);
    }

    @GET
    @Path("/{id}/compare")
    public TemplateInstance compare(@PathParam("id") String id, @QueryParam("item") List<String> items) {
        return Templates.compare(compare.of(id, items));
    }
}
