package io.minsheng.decision;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.ListView.CaseRow;
import io.minsheng.decision.ListView.Item;
import io.minsheng.decision.ListView.Support;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposals;

/** Shows one candidate with what speaks for it; titles of cases without numbers of people, since leaders read them, too. */
@ApplicationScoped
class ViewItem {

    private final Proposals proposals;
    private final CasesOfItem casesOfItem;
    private final LatestEvaluations evaluations;
    private final Labels labels;
    private final UnitNames names;

    ViewItem(Proposals proposals, CasesOfItem casesOfItem, LatestEvaluations evaluations, Labels labels, UnitNames names) {
        this.proposals = proposals;
        this.casesOfItem = casesOfItem;
        this.evaluations = evaluations;
        this.labels = labels;
        this.names = names;
    }

    Item view(CandidateItem item) {
        Proposals.Tally tally = proposals.tally(item.id());
        List<CaseRow> cases = casesOfItem.of(item).stream()
                .map(each -> new CaseRow(each.caseNumber(), Masking.freeText(each.title()), each.stage())).toList();
        return new Item(item.id(), item.position(), item.title(), item.category(),
                labels.category(item.campaign(), item.category()), item.target(), item.leads(), names.join(item.leads()),
                item.assists(), names.join(item.assists()), item.due(), DueText.of(item.due()),
                new Support(cases, cases.size(), tally.people() + item.formerCases().size(), evaluations.score(item)),
                item.result(),
                item.resultReason());
    }
}
