package io.minsheng.search.web;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.Posted;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.CaseRow;
import io.minsheng.search.ListCases;
import io.minsheng.search.web.Facets.Facet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Gathers what the list of cases shows: a constant number of statements, however many rows. */
@Singleton
class BuildCaseList {

    private static final int SIZE = 50;

    private final ListCases listCases;
    private final CaseChoices choices;
    private final Tallies tallies;
    private final Facets facets;
    private final CurrentActor actor;

    BuildCaseList(ListCases listCases, CaseChoices choices, Tallies tallies, Facets facets, CurrentActor actor) {
        this.listCases = listCases;
        this.choices = choices;
        this.tallies = tallies;
        this.facets = facets;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance list(CaseList list, CaseChoices.Choices choices, Page<CaseRow> page,
                Map<String, Tally> tallies, List<Facet> facets, Posted export, FormErrors errors);

        private Templates() {
        }
    }

    /**
     * The page; a filter that cannot be read shows no cases and says why.
     *
     * @param counted whether what can be chosen is counted even if nothing of it is chosen
     * @param export the form of the export as it was sent, if it was and did not pass
     * @param errors what did not pass in it
     */
    TemplateInstance page(CaseList list, Integer page, boolean counted, Posted export, FormErrors errors) {
        CaseChoices.Choices offered = choices.of(list.at("campaign"));
        try {
            CaseFilter filter = list.filter();
            Paging paging = ListCases.paging(filter, page, SIZE, list.sort());
            Page<CaseRow> found = listCases.page(filter, actor.get(), paging);
            return Templates.list(list, offered, found,
                    tallies.ofCases(found.items().stream().map(CaseRow::caseNumber).toList()), counted || facets.narrow(list)
                            ? facets.of(list, listCases.facets(filter, actor.get()), offered.categories())
                            : List.of(),
                    export, errors);
        } catch (Refusal refusal) {
            return Templates.list(list, offered, new Page<>(List.of(), 0, 0, SIZE), Map.of(), List.of(), export,
                    FormErrors.of(refusal));
        }
    }
}
