package io.minsheng.publication.web;

import java.util.ArrayList;
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

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.decision.ListView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.AskRedaction;
import io.minsheng.publication.PreparePublication.Change;
import io.minsheng.publication.PrepareRedaction;
import io.minsheng.publication.PrepareRedaction.Asked;
import io.minsheng.publication.PrepareRedaction.Chosen;
import io.minsheng.publication.PrepareRedaction.Old;
import io.minsheng.publication.RedactionForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks for personal data in an older version of a published list to be blacked out, after a look at what that changes. */
@Path("/staff/lists/{list}/redactions")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class RedactionPages {

    private final PrepareRedaction prepare;
    private final AskRedaction askRedaction;
    private final CurrentActor actor;
    private final PublicUrl url;

    RedactionPages(PrepareRedaction prepare, AskRedaction askRedaction, CurrentActor actor, PublicUrl url) {
        this.prepare = prepare;
        this.askRedaction = askRedaction;
        this.actor = actor;
        this.url = url;
    }

    /** What is typed; passages one a line. */
    record Typed(String passages, List<String> fields, List<String> annexes, String reason) {

        static Typed first(Chosen chosen) {
            return new Typed(String.join("\n", chosen.signs()), List.of(), List.of(), "");
        }

        RedactionForm form(String version) {
            List<RedactionForm.Field> whole = new ArrayList<>();
            for (String each : fields) {
                int colon = each.indexOf(':');
                whole.add(colon < 0 ? new RedactionForm.Field(each, null)
                        : new RedactionForm.Field(each.substring(0, colon), each.substring(colon + 1)));
            }
            return new RedactionForm(version, reason, passages.lines().filter(each -> !each.isBlank()).toList(), whole,
                    annexes);
        }
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance redactions(ListView list, List<Old> old, List<Asked> asked, Chosen chosen, Typed typed,
                List<Change> changes, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public Response show(@PathParam("list") String list, @QueryParam("version") String version) {
        if (version == null) {
            return page(200, list, null, null, List.of(), FormErrors.none());
        }
        Chosen chosen = prepare.chosen(list, version);
        return page(200, list, chosen, Typed.first(chosen), List.of(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("list") String list, @RestForm String version, @RestForm String outcome,
            @RestForm String passages, @RestForm("field") List<String> fields, @RestForm("annex") List<String> annexes,
            @RestForm String reason) {
        Chosen chosen = prepare.chosen(list, version);
        Typed typed = new Typed(passages == null ? "" : passages, orEmpty(fields), orEmpty(annexes),
                reason == null ? "" : reason);
        try {
            if ("ASK".equals(outcome)) {
                askRedaction.ask(list, typed.form(version), actor.get());
                return url.goTo("/staff/lists/" + list + "/redactions");
            }
            return page(200, list, chosen, typed, prepare.changes(list, typed.form(version), actor.get()), FormErrors.none());
        } catch (Refusal refusal) {
            return page(refusal.status(), list, chosen, typed, List.of(), FormErrors.of(refusal));
        }
    }

    private static List<String> orEmpty(List<String> sent) {
        return sent == null ? List.of() : sent;
    }

    private Response page(int status, String list, Chosen chosen, Typed typed, List<Change> changes, FormErrors errors) {
        return Html.page(status,
                Templates.redactions(prepare.list(list), prepare.old(list), prepare.asked(list), chosen, typed, changes,
                        errors));
    }
}
