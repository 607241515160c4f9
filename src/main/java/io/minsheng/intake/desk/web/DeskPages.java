package io.minsheng.intake.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
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
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.SimilarCases;

/**
 * The entry form for letters and spoken suggestions. The receipt is the answer to the form itself, because the query code is
 * known at that moment only and must not stand in an address.
 */
@Path("/staff/desk")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class DeskPages {

    private final EnterOnce enter;
    private final BeginEntry begin;
    private final EntryPage page;
    private final SimilarCases similar;
    private final DeskReceipt receipts;
    private final CurrentActor currentActor;
    private final PublicUrl url;

    DeskPages(EnterOnce enter, BeginEntry begin, EntryPage page, SimilarCases similar, DeskReceipt receipts,
            CurrentActor currentActor, PublicUrl url) {
        this.enter = enter;
        this.begin = begin;
        this.page = page;
        this.similar = similar;
        this.receipts = receipts;
        this.currentActor = currentActor;
        this.url = url;
    }

    /** An empty form; what repeats from letter to letter comes in the address, else from what the clerk has entered today. */
    @GET
    public Response begin(@QueryParam("campaign") String campaign, @QueryParam("channel") String channel,
            @QueryParam("receivedOn") String receivedOn, @QueryParam("township") String township,
            @QueryParam("desk") String desk) {
        Map<String, String> wanted = new HashMap<>();
        wanted.put("campaign", campaign);
        wanted.put("channel", channel);
        wanted.put("receivedOn", receivedOn);
        wanted.put("township", township);
        wanted.put("desk", desk);
        return Html.page(200, begin.form(wanted).map(each -> page.of(each, null, FormErrors.none()))
                .orElseGet(EntryPage::nothing));
    }

    @GET
    @Path("/receipt")
    public Response withoutEntry() {
        return url.goTo("/staff/desk");
    }

    @POST
    @Path("/receipt")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response enter(MultipartFormDataInput sent) {
        DeskForm form = DeskForm.sent(sent.getValues());
        if (form.asksForSimilar()) {
            List<SimilarCases.Similar> found = similar.toText(form.campaign(), form.at("title"), form.at("content"));
            return Html.page(200, page.of(form, null, found.isEmpty() ? null : found, FormErrors.none()));
        }
        List<Violation> unreadable = form.unreadable();
        Receipt receipt;
        try {
            receipt = enter.enter(form.key(), form.asSent(), form.toEntry(), form.scans(), currentActor.get());
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), page.of(form, null, errors(unreadable, refusal)));
        }
        return Html.page(200, form.goesOn()
                ? page.of(form.next(),
                        new EntryPage.Done(receipt.caseNumber(), receipt.queryCode(), form.at("title"), form.countScans()),
                        FormErrors.none())
                : receipts.page(receipt));
    }

    /** What cannot be read explains itself better than that it is missing; what is wrong with a file stands at the file. */
    static FormErrors errors(List<Violation> unreadable, Refusal refusal) {
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
}
