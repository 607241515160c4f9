package io.minsheng.decision.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

import io.minsheng.decision.CastBallot;
import io.minsheng.decision.ListView;
import io.minsheng.decision.RunVote;
import io.minsheng.decision.ViewList;
import io.minsheng.decision.ViewVote;
import io.minsheng.decision.VoteMode;
import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.decision.VoteRules;
import io.minsheng.decision.VoteView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The vote on a frozen list: its terms, the ballot, the result. */
@Path("/staff/lists/{id}/vote")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class VotePages {

    private final ViewList viewList;
    private final ViewVote viewVote;
    private final VoteRules rules;
    private final RunVote runVote;
    private final CastBallot castBallot;
    private final CurrentActor actor;
    private final PublicUrl url;

    VotePages(ViewList viewList, ViewVote viewVote, VoteRules rules, RunVote runVote, CastBallot castBallot,
            CurrentActor actor, PublicUrl url) {
        this.viewList = viewList;
        this.viewVote = viewVote;
        this.rules = rules;
        this.runVote = runVote;
        this.castBallot = castBallot;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance vote(ListView list, VoteView vote, Terms terms, boolean runs, List<Choice> modes,
                List<Choice> places, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, Posted.none(), FormErrors.none());
    }

    @POST
    @Path("/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        try {
            switch (act) {
                case "terms" -> rules.change(viewList.view(id).campaign(), mode(form.at("mode")),
                        form.numberOrNull("choices"), form.numberOrNull("seats"), form.numberOrNull("threshold"), by);
                case "open" -> runVote.open(id, by);
                case "again" -> runVote.repeat(id, form.at("reason"), by);
                case "ballot" -> castBallot.cast(id, chosen(form, fields), by);
                case "close" -> runVote.close(id, by);
                case "tie" -> runVote.settle(id, form.all("items"), form.at("reason"), by);
                default -> throw Refusal.notFound("没有这个页面。");
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409) {
                throw refusal;
            }
            return Response.status(refusal.status()).entity(page(id, form, FormErrors.of(refusal))).build();
        }
        return url.goTo("/staff/lists/" + id + "/vote");
    }

    /** Ticked ones, or those with a place, by it. */
    private static List<String> chosen(Posted form, MultivaluedMap<String, String> fields) {
        List<String> ticked = form.all("items");
        if (ticked != null) {
            return ticked;
        }
        List<Map.Entry<String, List<String>>> placed = fields.entrySet().stream()
                .filter(each -> each.getKey().startsWith("place.") && each.getValue().get(0).matches("\\d{1,3}"))
                .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.getValue().get(0)))).toList();
        if (placed.stream().map(each -> each.getValue().get(0)).distinct().count() < placed.size()) {
            throw Refusal.invalid("items", "每个名次只能给一个事项。");
        }
        return placed.stream().map(each -> each.getKey().substring("place.".length())).toList();
    }

    private static VoteMode mode(String code) {
        for (VoteMode each : VoteMode.values()) {
            if (each.name().equals(code)) {
                return each;
            }
        }
        return null;
    }

    private TemplateInstance page(String id, Posted form, FormErrors errors) {
        ListView list = viewList.view(id);
        Actor reader = actor.get();
        VoteView vote = viewVote.of(id, reader).orElse(null);
        Terms terms = rules.of(list.campaign());
        List<Choice> places = IntStream.rangeClosed(1, Math.min(vote == null ? 0 : vote.terms().choices(), list.items().size()))
                .mapToObj(each -> new Choice(String.valueOf(each), "第 " + each + " 名")).toList();
        form.orElse("mode", terms.mode().name()).orElse("choices", String.valueOf(terms.choices()))
                .orElse("seats", String.valueOf(terms.seats())).orElse("threshold", String.valueOf(terms.threshold()));
        return Templates.vote(list, vote, terms, reader.has(Role.CHIEF),
                List.of(new Choice("CHOOSE", "勾选（最多 K 项）"), new Choice("RANK", "排序（最多 K 项）")), places, form, errors);
    }
}
