package io.minsheng.evaluation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.evaluation.Opinion;
import io.minsheng.evaluation.ReviseOpinion;
import io.minsheng.evaluation.ReviseOpinion.Present;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewCase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which a department replaces its opinion, until the conclusion is claimed. */
@Path("/staff/opinions/{caseNumber}")
@RolesAllowed("DEPARTMENT")
@Produces(MediaType.TEXT_HTML)
public class OpinionPages {

    private final ViewCase viewCase;
    private final ReviseOpinion reviseOpinion;
    private final EvaluationChoices choices;
    private final PublicUrl url;
    private final CurrentActor actor;

    OpinionPages(ViewCase viewCase, ReviseOpinion reviseOpinion, EvaluationChoices choices, PublicUrl url,
            CurrentActor actor) {
        this.viewCase = viewCase;
        this.reviseOpinion = reviseOpinion;
        this.choices = choices;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "evaluation")
    static class Templates {
        static native TemplateInstance revise(CaseView view, boolean lead, Posted form, FormErrors errors,
                EvaluationChoices.Lists choices);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("caseNumber") String caseNumber) {
        Present present = reviseOpinion.present(caseNumber, actor.get());
        return page(caseNumber, present.lead(), written(present.opinion()), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@PathParam("caseNumber") String caseNumber, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        try {
            EvaluationChoices.Read read = choices.read(form, viewCase.view(caseNumber, by).campaign());
            reviseOpinion.revise(caseNumber, read.form(), read.unreadable(), by);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            boolean lead = reviseOpinion.present(caseNumber, by).lead();
            return Response.status(refusal.status()).entity(page(caseNumber, lead, form, FormErrors.of(refusal))).build();
        }
        return url.goTo("/staff/cases/" + caseNumber);
    }

    private TemplateInstance page(String caseNumber, boolean lead, Posted form, FormErrors errors) {
        CaseView view = viewCase.view(caseNumber, actor.get());
        return Templates.revise(view, lead, form, errors, choices.of(view.campaign()));
    }

    private static Posted written(Opinion opinion) {
        Posted form = Posted.none().orElse("recommendation", opinion.recommendation().name())
                .orElse("opinion", opinion.text()).orElse("fundingSource", opinion.fundingSource())
                .orElse("thisYear", opinion.thisYear() == null ? null : opinion.thisYear().name())
                .orElse("target", opinion.target()).orElse("estimatedCost", opinion.estimatedCost() == null ? null
                        : opinion.estimatedCost().stripTrailingZeros().toPlainString());
        opinion.scores().forEach((principle, score) -> form.orElse("scores." + principle, score.toString()));
        return form;
    }
}
