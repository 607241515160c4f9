package io.minsheng.search.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.ListQuery;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.search.SavedView;
import io.minsheng.search.SavedViews;
import io.minsheng.search.SavedViews.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The searches one has kept: opened from the list of cases, named, shared and deleted here. */
@Named("savedViews")
@Path("/staff/cases/views")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class SavedViewPages {

    private static final String PATH = "/staff/cases/views";

    private final SavedViews views;
    private final CurrentActor actor;
    private final PublicUrl url;

    SavedViewPages(SavedViews views, CurrentActor actor, PublicUrl url) {
        this.views = views;
        this.actor = actor;
        this.url = url;
    }

    /** A view in the list. */
    @TemplateData
    public record Row(SavedView view, boolean own, boolean changeable) {
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance views(List<Row> rows, CaseList wanted, Posted form, String changed, FormErrors errors);

        private Templates() {
        }
    }

    /** For the list of cases. */
    public List<SavedView> mine() {
        return views.of(actor.get());
    }

    @GET
    public TemplateInstance list() {
        return page(null, Posted.none(), "", FormErrors.none());
    }

    /** Keeps the filter of the list; leads back to it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        CaseList list = CaseList.of(fields);
        try {
            views.keep(new Wanted(form.at("name"), list.given(), form.at("shared") != null), actor.get());
        } catch (Refusal refusal) {
            return again(refusal, page(list, form, "", FormErrors.of(refusal)));
        }
        return url.goTo(list.href());
    }

    @POST
    @Path("/{id}")
    public Response change(@PathParam("id") String id, @FormParam("name") String name, @FormParam("shared") String shared) {
        SavedView view = views.of(actor.get()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个视图。"));
        Map<String, String> parts = ListQuery.parts("?" + view.query());
        try {
            views.change(id, new Wanted(name, parts, shared != null), actor.get());
        } catch (Refusal refusal) {
            return again(refusal, page(null, Posted.none().with("name", name == null ? "" : name), id,
                    FormErrors.of(refusal, id, Set.of("name"))));
        }
        return url.goTo(PATH);
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") String id) {
        views.remove(id, actor.get());
        return url.goTo(PATH);
    }

    /**
     * @param wanted what was to be kept and got no name yet; null for none
     * @param changed the view whose change was refused
     */
    private TemplateInstance page(CaseList wanted, Posted form, String changed, FormErrors errors) {
        return Templates.views(views.of(actor.get()).stream().map(each -> new Row(each,
                each.owner().equals(actor.get().username()), views.mayChange(each, actor.get()))).toList(), wanted, form,
                changed, errors);
    }

    private static Response again(Refusal refusal, TemplateInstance page) {
        if (refusal.status() != 400 && refusal.status() != 409) {
            throw refusal;
        }
        return Response.status(refusal.status()).type("text/html;charset=UTF-8").entity(page).build();
    }
}
