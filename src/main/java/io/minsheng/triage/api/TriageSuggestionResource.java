package io.minsheng.triage.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.triage.RouteCase;
import io.minsheng.triage.RouteCase.Matter;
import io.minsheng.triage.RouteCase.Route;
import io.minsheng.triage.category.SuggestCategory;
import io.minsheng.triage.category.SuggestCategory.Suggested;

/** {@code GET /api/v1/cases/{caseNumber}/triage-suggestion}: what the triage page proposes. */
@Path("/api/v1/cases/{caseNumber}/triage-suggestion")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "案件")
public class TriageSuggestionResource {

    private final ViewCase viewCase;
    private final SuggestCategory suggest;
    private final RouteCase routeCase;
    private final Campaigns campaigns;
    private final CurrentActor actor;

    TriageSuggestionResource(ViewCase viewCase, SuggestCategory suggest, RouteCase routeCase, Campaigns campaigns,
            CurrentActor actor) {
        this.viewCase = viewCase;
        this.suggest = suggest;
        this.routeCase = routeCase;
        this.campaigns = campaigns;
        this.actor = actor;
    }

    /** A category and how probable it is, 0 to 1. */
    public record CategoryAnswer(String category, String name, double probability) {
    }

    /** The most probable three, the first first; {@code ready}: false until the program has learned. */
    public record CategoriesAnswer(boolean ready, boolean sure, List<CategoryAnswer> items) {

        static CategoriesAnswer of(Suggested found) {
            return new CategoriesAnswer(found.ready(), found.sure(), found.items().stream()
                    .map(each -> new CategoryAnswer(each.category(), each.name(), each.probability())).toList());
        }
    }

    /** Who should lead and assist in this category, and by which rule; {@code lead} is absent where a person must choose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DepartmentsAnswer(String category, String lead, List<String> assistants, String reason) {

        static DepartmentsAnswer of(String category, Route route) {
            return new DepartmentsAnswer(category, route.lead(), route.assistants(), route.reason());
        }
    }

    /** Both. */
    public record Answer(CategoriesAnswer categories, DepartmentsAnswer departments) {
    }

    @GET
    @Operation(summary = "类别和单位的建议", description = "类别：最可能的三个及其概率，没有把握时 sure 为 false。"
            + "单位：按分派规则表，category 缺省为案件现在的类别；reason 说明依据的规则。只供参考，由人决定。")
    public Answer suggestion(@PathParam("caseNumber") String caseNumber, @QueryParam("category") String category) {
        CaseView view = viewCase.view(caseNumber, actor.get());
        CaseView.Words words = view.words();
        String wanted = category == null || category.isBlank() ? words.category() : category;
        if (campaigns.rules(view.campaign()).category(wanted).isEmpty()) {
            throw Refusal.invalid("category", "本次征集没有这个事项类别。");
        }
        Route route = routeCase.of(new Matter(view.campaign(), wanted, words.township(), words.title(), words.content()));
        return new Answer(CategoriesAnswer.of(suggest.forCase(caseNumber, actor.get())), DepartmentsAnswer.of(wanted, route));
    }
}
