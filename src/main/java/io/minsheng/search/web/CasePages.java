package io.minsheng.search.web;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.CaseRow;
import io.minsheng.search.ListCases;
import io.minsheng.search.web.Facets.Facet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The list of cases. */
@Path("/staff/cases")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class CasePages {

    private static final int SIZE = 50;

    private final ListCases listCases;
    private final CaseChoices choices;
    private final Tallies tallies;
    private final Facets facets;
    private final LastList lastList;
    private final CurrentActor actor;

    CasePages(ListCases listCases, CaseChoices choices, Tallies tallies, Facets facets, LastList lastList,
            CurrentActor actor) {
        this.listCases = listCases;
        this.choices = choices;
        this.tallies = tallies;
        this.facets = facets;
        this.lastList = lastList;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance list(CaseList list, CaseChoices.Choices choices, Page<CaseRow> page,
                Map<String, Tally> tallies, List<Facet> facets, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@Context UriInfo uri, @QueryParam("page") Integer page) {
        CaseList list = CaseList.of(uri.getQueryParameters());
        CaseChoices.Choices offered = choices.of(list.at("campaign"));
        try {
            CaseFilter filter = list.filter();
            Paging paging = ListCases.paging(filter, page, SIZE, list.sort());
            Page<CaseRow> found = listCases.page(filter, actor.get(), paging);
            lastList.remember(list.href());
            return Templates.list(list, offered, found,
                    tallies.ofCases(found.items().stream().map(CaseRow::caseNumber).toList()),
                    facets.of(list, listCases.facets(filter, actor.get()), offered.categories()), FormErrors.none());
        } catch (Refusal refusal) {
            return Templates.list(list, offered, new Page<>(List.of(), 0, 0, SIZE), Map.of(), List.of(),
                    FormErrors.of(refusal));
        }
    }
}
