package io.minsheng.intake.desk.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.EnterFurther;
import io.minsheng.intake.desk.EnterOnce;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.ScanKind;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Receipt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** Another suggestion of the same letter: only what it wishes is asked, all else is known. */
@Path("/staff/desk/cases/{caseNumber}/further")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class FurtherPages {

    private final EnterFurther further;
    private final EnterOnce enter;
    private final DeskLists lists;
    private final DeskReceipt receipts;
    private final CurrentActor currentActor;

    FurtherPages(EnterFurther further, EnterOnce enter, DeskLists lists, DeskReceipt receipts, CurrentActor currentActor) {
        this.further = further;
        this.enter = enter;
        this.lists = lists;
        this.receipts = receipts;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance further(Proposal first, List<Scanned> scans, DeskForm form, DeskLists.Lists lists,
                FormErrors errors);

        private Templates() {
        }
    }

    /** A scan of the letter that can be looked at while typing. */
    @TemplateData
    record Scanned(String id, String name, ScanKind kind) {
    }

    @GET
    public TemplateInstance begin(@PathParam("caseNumber") String caseNumber) {
        Proposal first = further.first(caseNumber, currentActor.get());
        return page(first, DeskForm.beginning(first.campaign(),
                Map.of("township", first.township() == null ? "" : first.township())), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response enter(@PathParam("caseNumber") String caseNumber, MultipartFormDataInput sent) {
        Map<String, Collection<FormValue>> values = sent.getValues();
        DeskForm form = DeskForm.sent(values);
        Receipt receipt;
        try {
            receipt = enter.further(form.key(), List.of(caseNumber, form.asSent()), caseNumber, form.toEntry().wish(),
                    currentActor.get());
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Html.page(refusal.status(),
                    page(further.first(caseNumber, currentActor.get()), form, DeskPages.errors(List.of(), refusal)));
        }
        return Html.page(200, receipts.page(receipt));
    }

    private TemplateInstance page(Proposal first, DeskForm form, FormErrors errors) {
        List<Scanned> scans = further.scans(first).stream()
                .flatMap(each -> ScanKind.ofChecked(each.file().mediaType()).stream()
                        .map(kind -> new Scanned(each.id(), each.file().name(), kind)))
                .toList();
        return Templates.further(first, scans, form, lists.of(first.campaign()), errors);
    }
}
