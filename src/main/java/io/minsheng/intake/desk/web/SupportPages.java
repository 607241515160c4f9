package io.minsheng.intake.desk.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.SupportAtDesk;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.QrCode;
import io.minsheng.proposal.SimilarCases;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** While a clerk enters: which public suggestions want the same, and supporting one instead of making another case. */
@Path("/staff/desk")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class SupportPages {

    private final SimilarCases similar;
    private final SupportAtDesk supportAtDesk;
    private final EntryPage page;
    private final PublicUrl publicUrl;
    private final CurrentActor currentActor;

    SupportPages(SimilarCases similar, SupportAtDesk supportAtDesk, EntryPage page, PublicUrl publicUrl,
            CurrentActor currentActor) {
        this.similar = similar;
        this.supportAtDesk = supportAtDesk;
        this.page = page;
        this.publicUrl = publicUrl;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance similar(List<SimilarCases.Similar> found);

        static native TemplateInstance supported(Slip slip);

        private Templates() {
        }
    }

    /** The case that is supported, and the code by which its supporter follows it. */
    @TemplateData
    record Slip(String caseNumber, String queryCode, String url, QrCode qr) {
    }

    /** The part of the entry form that says so, fetched while the clerk goes on typing; empty if there is none. */
    @POST
    @Path("/similar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance similar(@FormParam("campaign") String campaign, @FormParam("title") String title,
            @FormParam("content") String content) {
        if (campaign == null || campaign.isBlank()) {
            throw Refusal.invalid("campaign", "请选择征集活动。");
        }
        return Templates.similar(found(campaign, title, content));
    }

    /** Null if nothing is alike. */
    private List<SimilarCases.Similar> found(String campaign, String title, String content) {
        List<SimilarCases.Similar> found = similar.toText(campaign, title == null ? "" : title, content == null ? "" : content);
        return found.isEmpty() ? null : found;
    }

    @POST
    @Path("/support")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response support(MultipartFormDataInput sent) {
        DeskForm form = DeskForm.sent(sent.getValues());
        String number = sent.getValues().getOrDefault("support", List.of()).stream()
                .filter(each -> !each.isFileItem()).map(FormValue::getValue).findFirst()
                .orElse("");
        try {
            String code = supportAtDesk.support(number, form.supporter(), currentActor.get());
            String url = publicUrl.to("/track?number=" + number);
            return Html.page(200, Templates.supported(new Slip(number, code, url, QrCode.of(url + "#" + code))));
        } catch (Refusal refusal) {
            // what is alike stays beside the entry, for the second try
            return Html.page(refusal.status(),
                    page.of(form, null, found(form.campaign(), form.at("title"), form.at("content")), errors(refusal)));
        }
    }

    /** The fields of a support are those of the entry, which has other names for them. */
    private static FormErrors errors(Refusal refusal) {
        List<Violation> violations = new ArrayList<>();
        for (Violation each : refusal.violations()) {
            violations.add(new Violation(each.field().equals("text") ? "content" : "proposer." + each.field(), each.message()));
        }
        return violations.isEmpty() ? FormErrors.of(refusal) : FormErrors.of(violations);
    }
}
