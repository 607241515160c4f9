package io.minsheng.triage.similar.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.triage.similar.KeepSynonyms;
import io.minsheng.triage.similar.Synonyms;
import io.minsheng.triage.similar.Synonyms.Row;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The synonym table: whoever sorts reads it, the chief and the administrator change it. */
@Path("/staff/synonyms")
@RolesAllowed({ "TRIAGE", "CHIEF", "ADMIN" })
@Produces(MediaType.TEXT_HTML)
public class SynonymPages {

    private final Synonyms synonyms;
    private final KeepSynonyms keep;
    private final PublicUrl url;
    private final CurrentActor actor;

    SynonymPages(Synonyms synonyms, KeepSynonyms keep, PublicUrl url, CurrentActor actor) {
        this.synonyms = synonyms;
        this.keep = keep;
        this.url = url;
        this.actor = actor;
    }

    /**
     * What the form holds.
     *
     * @param mayChange whether the reader may change the table
     */
    @TemplateData
    public record Typed(String word, String others, boolean mayChange) {
    }

    @CheckedTemplate(basePath = "triage")
    static class Templates {
        static native TemplateInstance synonyms(List<Row> rows, Typed typed, FormErrors errors);

        private Templates() {
        }
    }

    /** With a word: the form holds its row. */
    @GET
    public TemplateInstance show(@QueryParam("word") String word) {
        List<Row> rows = synonyms.all();
        String others = rows.stream().filter(each -> each.word().equals(word)).findFirst().map(Row::joined).orElse(null);
        return Templates.synonyms(rows, new Typed(others == null ? null : word, others, mayChange(actor.get())),
                FormErrors.none());
    }

    @POST
    @RolesAllowed({ "CHIEF", "ADMIN" })
    public Response change(@FormParam("act") String act, @FormParam("word") String word, @FormParam("others") String others) {
        try {
            switch (act == null ? "" : act) {
                case "remove" -> keep.remove(word, actor.get());
                case "restore" -> keep.restore(word, actor.get());
                default -> keep.say(word, others, actor.get());
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409) {
                throw refusal;
            }
            return Html.page(refusal.status(),
                    Templates.synonyms(synonyms.all(), new Typed(word, others, true), FormErrors.of(refusal)));
        }
        return url.goTo("/staff/synonyms");
    }

    private static boolean mayChange(Actor reader) {
        return reader.hasAny(Role.CHIEF, Role.ADMIN);
    }
}
