package io.minsheng.intake.desk.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.sheet.CheckSheet;
import io.minsheng.intake.desk.sheet.ConfirmSheet;
import io.minsheng.intake.desk.sheet.DeskSheet;
import io.minsheng.intake.desk.sheet.SheetRow;
import io.minsheng.intake.desk.sheet.ViewSheets;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Channel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Uploading a spreadsheet, looking at what was read of it, confirming, and what has become of it. */
@Path("/staff/desk/sheets")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class SheetPages {

    private final CheckSheet check;
    private final ConfirmSheet confirm;
    private final ViewSheets sheets;
    private final DeskLists lists;
    private final CurrentActor currentActor;
    private final PublicUrl url;

    SheetPages(CheckSheet check, ConfirmSheet confirm, ViewSheets sheets, DeskLists lists, CurrentActor currentActor,
            PublicUrl url) {
        this.check = check;
        this.confirm = confirm;
        this.sheets = sheets;
        this.lists = lists;
        this.currentActor = currentActor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance sheets(SheetForm form, DeskLists.Lists lists, boolean choosesDesk,
                Page<DeskSheet> before, FormErrors errors);

        static native TemplateInstance sheet(ViewSheets.View view, List<SheetRow> bad, Page<ViewSheets.RowView> rows,
                DeskLists.Lists lists, String address);

        static native TemplateInstance progress(ViewSheets.View view);

        private Templates() {
        }
    }

    @GET
    public Response begin(@QueryParam("campaign") String campaign, @QueryParam("page") Integer page) {
        List<Choice> open = lists.campaigns();
        if (open.isEmpty()) {
            return Html.page(200, EntryPage.nothing());
        }
        String chosen = open.stream().map(Choice::code).filter(each -> each.equals(campaign)).findFirst()
                .orElse(open.get(0).code());
        return page(200, new SheetForm(chosen, "", Channel.LETTER.name(), ""), page, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(MultipartFormDataInput sent) {
        SheetForm form = SheetForm.sent(sent.getValues());
        try {
            return to(check.check(form.upload(sent.getValues()), currentActor.get()));
        } catch (Refusal refusal) {
            if (refusal.status() == 403 || refusal.status() == 404) {
                throw refusal;
            }
            return page(refusal.status(), form, null, FormErrors.of(refusal, SheetForm.FILE));
        }
    }

    /** What was read, how far the registration is, or what has become of it. */
    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("page") Integer page) {
        ViewSheets.View view = sheets.view(id, currentActor.get());
        return Templates.sheet(view, sheets.firstBad(id, currentActor.get()),
                sheets.rows(id, null, page, null, currentActor.get()),
                lists.of(view.sheet().campaign()), "/staff/desk/sheets/" + id + "?");
    }

    /** The part of the page that changes while rows are being registered. */
    @GET
    @Path("/{id}/progress")
    public Response progress(@PathParam("id") String id) {
        ViewSheets.View view = sheets.view(id, currentActor.get());
        Response.ResponseBuilder answer = Response.ok(Templates.progress(view))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        // when all is done, the whole page has more to tell
        return view.sheet().state() == DeskSheet.State.DONE ? answer.header("HX-Refresh", "true").build() : answer.build();
    }

    @POST
    @Path("/{id}/confirm")
    public Response confirm(@PathParam("id") String id) {
        confirm.confirm(id, currentActor.get());
        return to(id);
    }

    @POST
    @Path("/{id}/drop")
    public Response drop(@PathParam("id") String id) {
        confirm.drop(id, currentActor.get());
        return url.goTo("/staff/desk/sheets");
    }

    private Response page(int status, SheetForm form, Integer page, FormErrors errors) {
        return Html.page(status, Templates.sheets(form, lists.of(form.campaign()), currentActor.get().has(Role.TRIAGE),
                sheets.list(currentActor.get(), page, null), errors));
    }

    private Response to(String id) {
        return url.goTo("/staff/desk/sheets/" + id);
    }
}
