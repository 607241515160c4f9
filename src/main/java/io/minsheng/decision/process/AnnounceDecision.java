package io.minsheng.decision.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.CandidateList;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.LatestEvaluations;
import io.minsheng.decision.Result;
import io.minsheng.decision.TellCases;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Adopted items become projects, and every case of the list hears what was decided. */
@Singleton
class AnnounceDecision implements Step {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final Projects projects;
    private final Tallies tallies;
    private final LatestEvaluations evaluations;
    private final TellCases tellCases;

    AnnounceDecision(CandidateLists lists, Candidates candidates, Projects projects, Tallies tallies,
            LatestEvaluations evaluations, TellCases tellCases) {
        this.lists = lists;
        this.candidates = candidates;
        this.projects = projects;
        this.tallies = tallies;
        this.evaluations = evaluations;
        this.tellCases = tellCases;
    }

    @Override
    public void perform(Token token) {
        CandidateList list = lists.byId(token.text("listId"));
        List<CandidateItem> items = candidates.ofList(list.id());
        List<CandidateItem> adopted = items.stream().filter(each -> each.result() == Result.ADOPTED).toList();
        List<String> ids = adopted.stream().map(CandidateItem::id).toList();
        Map<String, Tally> counted = tallies.ofItems(ids);
        Map<String, BigDecimal> estimates = evaluations.estimates(ids);
        Set<String> made = projects.itemsAmong(ids);
        for (int i = 0; i < adopted.size(); i++) {
            CandidateItem item = adopted.get(i);
            if (!made.contains(item.id())) {
                create(item, i + 1, counted.get(item.id()), estimates.get(item.id()));
            }
        }
        tellCases.tell(MessageName.DECIDED, list, items);
        token.set("anyAdopted", adopted.isEmpty() ? "NO" : "YES");
    }

    private void create(CandidateItem item, int position, Tally tally, BigDecimal estimate) {
        projects.persist(new Project(
                new Project.Source(item.campaign(), item.listId(), item.id(), tally.suggestions(), tally.people()),
                new Project.Task(position, item.title(), item.category(), item.target(), item.leads(), item.assists(),
                        item.due(), estimate)));
    }
}
