package io.minsheng.publication.answer.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.proposal.Disposition;
import io.minsheng.publication.answer.PreviewTemplate;
import io.minsheng.publication.answer.WriteTemplate;
import io.minsheng.publication.answer.WriteTemplate.Wording;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** 答复模板: the words with which answers begin, for each disposition of a campaign, with a preview on a case. */
@Path("/staff/answers/templates/{campaign}")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class TemplatePages {

    private final WriteTemplate writeTemplate;
    private final PreviewTemplate previewTemplate;
    private final Campaigns campaigns;
    private final CurrentActor actor;

    TemplatePages(WriteTemplate writeTemplate, PreviewTemplate previewTemplate, Campaigns campaigns, CurrentActor actor) {
        this.writeTemplate = writeTemplate;
        this.previewTemplate = previewTemplate;
        this.campaigns = campaigns;
        this.actor = actor;
    }

    /** What was typed just now, for which disposition, and how an answer with it would read. */
    public record Typed(Disposition disposition, String text, String caseNumber, String preview) {

        static final Typed NOTHING = new Typed(null, "", "", null);
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance templates(Campaign campaign, List<Wording> wordings, Typed typed, boolean saved,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("campaign") String campaign) {
        return page(campaign, Typed.NOTHING, false, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("campaign") String campaign, @RestForm String disposition, @RestForm Integer version,
            @RestForm String text, @RestForm String caseNumber, @RestForm String outcome) {
        Disposition of = Choices.one(Disposition.values(), disposition, "disposition");
        try {
            if ("PREVIEW".equals(outcome)) {
                String preview = previewTemplate.of(campaign, of, text, caseNumber, actor.get());
                return Html.page(200, page(campaign, new Typed(of, text, caseNumber, preview), false, FormErrors.none()));
            }
            writeTemplate.write(campaign, of, version, text, actor.get());
            return Html.page(200, page(campaign, Typed.NOTHING, true, FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(),
                    page(campaign, new Typed(of, text, caseNumber, null), false, errors(refusal, of)));
        }
    }

    /** The page has a form for each disposition: the fields of one end in its name. */
    private static FormErrors errors(Refusal refusal, Disposition of) {
        return refusal.violations().isEmpty() ? FormErrors.of(refusal)
                : FormErrors.of(refusal.violations().stream()
                        .map(each -> new Violation(each.field() + "-" + of, each.message())).toList());
    }

    private TemplateInstance page(String campaign, Typed typed, boolean saved, FormErrors errors) {
        return Templates.templates(campaigns.byCode(campaign), writeTemplate.of(campaign), typed, saved, errors);
    }
}
