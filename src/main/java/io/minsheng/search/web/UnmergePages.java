package io.minsheng.search.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.UnmergeCase;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewCase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Takes a case out of the one it was merged into, with a reason; the case page has the same form. */
@Path("/staff/cases/{caseNumber}/unmerge")
@RolesAllowed("TRIAGE")
public class UnmergePages {

    private final ViewCase viewCase;
    private final UnmergeCase unmergeCase;
    private final PublicUrl url;
    private final CurrentActor actor;

    UnmergePages(ViewCase viewCase, UnmergeCase unmergeCase, PublicUrl url, CurrentActor actor) {
        this.viewCase = viewCase;
        this.unmergeCase = unmergeCase;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance unmerge(CaseView view, String reason, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public Response show(@PathParam("caseNumber") String caseNumber) {
        return page(200, caseNumber, null, FormErrors.none());
    }

    @POST
    public Response unmerge(@PathParam("caseNumber") String caseNumber, @FormParam("reason") String reason) {
        try {
            unmergeCase.unmerge(caseNumber, reason, actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409) {
                throw refusal;
            }
            return page(refusal.status(), caseNumber, reason, FormErrors.of(refusal));
        }
        return url.goTo("/staff/cases/" + caseNumber);
    }

    private Response page(int status, String caseNumber, String reason, FormErrors errors) {
        return Html.page(status, Templates.unmerge(viewCase.view(caseNumber, actor.get()), reason, errors));
    }
}
