package io.minsheng.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.ListView.CaseRow;
import io.minsheng.decision.ListView.Item;
import io.minsheng.decision.ListView.Support;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposal;
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
        Map<String, List<Proposal>> cases = items.stream()
                .collect(Collectors.toMap(CandidateItem::id, casesOfItem::of));
        Map<String, List<String>> numbers = new HashMap<>();
        cases.forEach((item, held) -> numbers.put(item, held.stream().map(Proposal::caseNumber).toList()));
        Map<String, Tally> counted = tallies.ofGroups(numbers);
        return items.stream().map(each -> view(each, cases.get(each.id()), counted.get(each.id()))).toList();
    }

    private Item view(CandidateItem item, List<Proposal> held, Tally tally) {
        List<CaseRow> cases = held.stream()
                .map(each -> new CaseRow(each.caseNumber(), Masking.freeText(each.title()), each.stage())).toList();
        return new Item(item.id(), item.position(), item.title(), item.category(),
                labels.category(item.campaign(), item.category()), item.target(), item.leads(), names.join(item.leads()),
                item.assists(), names.join(item.assists()), item.due(), DueText.of(item.due()),
                new Support(cases, tally.suggestions(), tally.people(), evaluations.score(item)),
                item.result(),
                item.resultReason());
    }
}
