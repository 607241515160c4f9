package io.minsheng.decision.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.minsheng.decision.ListView;
import io.minsheng.decision.ViewList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The lists of candidates and how far each has got. */
@Path("/staff/lists")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class ListPages {

    private final ViewList viewList;

    ListPages(ViewList viewList) {
        this.viewList = viewList;
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance lists(List<ListView> lists);

        static native TemplateInstance list(ListView list, String done);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance all() {
        return Templates.lists(viewList.all());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("done") String done) {
        return Templates.list(viewList.view(id), done == null ? "" : done);
    }
}
