package io.minsheng.decision.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.minsheng.decision.CompareCandidates;
import io.minsheng.decision.CompareCandidates.Comparison;
import io.minsheng.decision.ListState;
import io.minsheng.decision.ListView;
import io.minsheng.decision.Rank;
import io.minsheng.decision.ReadVersions;
import io.minsheng.decision.SurveyLists;
import io.minsheng.decision.VersionLog;
import io.minsheng.decision.ViewList;
import io.minsheng.decision.ViewVote;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The lists of candidates and how far each has got. */
@Path("/staff/lists")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class ListPages {

    private final SurveyLists surveyLists;
    private final ViewList viewList;
    private final ReadVersions readVersions;
    private final CompareCandidates compare;
    private final ViewVote viewVote;
    private final CurrentActor actor;

    ListPages(SurveyLists surveyLists, ViewList viewList, ReadVersions readVersions, CompareCandidates compare,
            ViewVote viewVote, CurrentActor actor) {
        this.surveyLists = surveyLists;
        this.viewList = viewList;
        this.readVersions = readVersions;
        this.compare = compare;
        this.viewVote = viewVote;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance lists(List<SurveyLists.Row> lists);

        static native TemplateInstance list(ListView list, Rank rank, Rank[] ranks, String vote, String done);

        static native TemplateInstance versions(ListView list, List<VersionLog> versions, String done);

        static native TemplateInstance compare(Comparison comparison);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance all() {
        return Templates.lists(surveyLists.all());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("rank") String code,
            @QueryParam("done") String done) {
        Rank rank = Rank.of(code);
        ListView list = viewList.view(id, rank);
        return Templates.list(list, rank, Rank.values(), vote(list), done == null ? "" : done);
    }

    /** What leads to the vote; null where there is none and none can be begun by the reader. */
    private String vote(ListView list) {
        if (viewVote.any(list.id())) {
            return "投票";
        }
        return list.state() == ListState.FROZEN && actor.get().has(Role.CHIEF) ? "组织投票" : null;
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
