package io.minsheng.intake.desk.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.EnterOnce;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.proposal.Receipt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The entry form for letters and spoken suggestions. The receipt is the answer to the form itself, because the query code is
 * known at that moment only and must not stand in an address.
 */
@Path("/staff/desk")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class DeskPages {

    private final EnterOnce enter;
    private final DeskLists lists;
    private final DeskReceipt receipts;
    private final CurrentActor currentActor;
    private final InstantSource clock;

    DeskPages(EnterOnce enter, DeskLists lists, DeskReceipt receipts, CurrentActor currentActor, InstantSource clock) {
        this.enter = enter;
        this.lists = lists;
        this.receipts = receipts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance entry(DeskForm form, DeskLists.Lists lists, boolean choosesDesk, FormErrors errors);

        static native TemplateInstance nothing();

        private Templates() {
        }
    }

    /** An empty form; what repeats from letter to letter comes in the address. */
    @GET
    public Response begin(@QueryParam("campaign") String campaign, @QueryParam("channel") String channel,
            @QueryParam("receivedOn") String receivedOn, @QueryParam("township") String township,
            @QueryParam("desk") String desk) {
        List<Choice> open = lists.campaigns();
        if (open.isEmpty()) {
            return html(200, Templates.nothing());
        }
        String chosen = open.stream().map(Choice::code).filter(each -> each.equals(campaign)).findFirst()
                .orElse(open.get(0).code());
        String today = Shanghai.date(clock.instant()).toString();
        return html(200, page(DeskForm.beginning(chosen, Map.of("channel", orEmpty(channel), "receivedOn",
                receivedOn == null ? today : receivedOn, "township", orEmpty(township), "desk", orEmpty(desk))),
                FormErrors.none()));
    }

    @GET
    @Path("/receipt")
    public Response withoutEntry() {
        return Response.seeOther(URI.create("/staff/desk")).build();
    }

    @POST
    @Path("/receipt")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response enter(MultipartFormDataInput sent) {
        DeskForm form = DeskForm.sent(sent.getValues());
        List<Violation> unreadable = form.unreadable();
        Receipt receipt;
        try {
            receipt = enter.enter(form.key(), form.asSent(), form.toEntry(), form.scans(), currentActor.get());
        } catch (Refusal refusal) {
            return html(refusal.status(), page(form, errors(unreadable, refusal)));
        }
        return html(200, receipts.page(receipt));
    }

    private TemplateInstance page(DeskForm form, FormErrors errors) {
        return Templates.entry(form, lists.of(form.campaign()), currentActor.get().has(Role.TRIAGE), errors);
    }

    /** What cannot be read explains itself better than that it is missing; what is wrong with a file stands at the file. */
    private static FormErrors errors(List<Violation> unreadable, Refusal refusal) {
        if (refusal.status() == 422) {
            return FormErrors.of(Refusal.conflict("这张表已经登记过一次，请在“本窗口登记的建议”中查看；要再登记一条，请重新打开窗口登记。"));
        }
        if (refusal.status() == 413 || refusal.status() == 415) {
            return FormErrors.of(List.of(new Violation(DeskForm.SCAN, "扫描件没有保存，建议也没有登记：" + refusal.getMessage())));
        }
        List<Violation> all = new ArrayList<>(unreadable);
        for (Violation each : refusal.violations()) {
            String field = each.field().equals("file") ? DeskForm.SCAN : each.field();
            if (all.stream().noneMatch(other -> other.field().equals(field))) {
                all.add(new Violation(field, each.message()));
            }
        }
        return all.isEmpty() ? FormErrors.of(refusal) : FormErrors.of(all);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page).build();
    }
}
