package io.minsheng.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CasesOfItem.Case;
import io.minsheng.decision.ListView.CaseRow;
import io.minsheng.decision.ListView.Item;
import io.minsheng.decision.ListView.Support;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;

/** Shows one candidate with what speaks for it; titles of cases without numbers of people, since leaders read them, too. */
@ApplicationScoped
class ViewItem {

    private final CasesOfItem casesOfItem;
    private final Tallies tallies;
    private final LatestEvaluations evaluations;
    private final Labels labels;
    private final UnitNames names;

    ViewItem(CasesOfItem casesOfItem, Tallies tallies, LatestEvaluations evaluations, Labels labels, UnitNames names) {
        this.casesOfItem = casesOfItem;
        this.tallies = tallies;
        this.evaluations = evaluations;
        this.labels = labels;
        this.names = names;
    }

    /** The items in their order. */
    List<Item> viewAll(List<CandidateItem> items) {
        Map<String, List<Case>> cases = casesOfItem.of(items);
        Map<String, List<String>> numbers = new HashMap<>();
        cases.forEach((item, held) -> numbers.put(item, held.stream().map(Case::caseNumber).toList()));
        Map<String, Tally> counted = tallies.ofGroups(numbers);
        Map<String, BigDecimal> scores = evaluations.scores(cases.keySet());
        Map<String, BigDecimal> estimates = evaluations.estimates(cases.keySet());
        return items.stream().map(each -> view(each, support(cases.get(each.id()), counted.get(each.id()),
                scores.get(each.id()), estimates.get(each.id())))).toList();
    }

    private static Support support(List<Case> held, Tally tally, BigDecimal score, BigDecimal estimate) {
        List<CaseRow> cases = held.stream()
                .map(each -> new CaseRow(each.caseNumber(), Masking.freeText(each.title()), each.stage())).toList();
        return new Support(cases, tally.suggestions(), tally.people(), tally.townships(), score, estimate);
    }

    private Item view(CandidateItem item, Support support) {
        return new Item(item.id(), item.position(), item.title(), item.category(),
                labels.category(item.campaign(), item.category()), item.target(), item.leads(), names.join(item.leads()),
                item.assists(), names.join(item.assists()), item.due(), DueText.of(item.due()), support, item.result(),
                item.resultReason());
    }
}
