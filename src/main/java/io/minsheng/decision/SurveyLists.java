package io.minsheng.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CasesOfItem.Case;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;
import io.minsheng.workflow.Processes.FanOut;

/** All lists, with what each amounts to: as many statements for many lists as for one. */
@ApplicationScoped
public class SurveyLists {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final CasesOfItem casesOfItem;
    private final Tallies tallies;
    private final ListSubjects subjects;
    private final TellCases tellCases;

    SurveyLists(CandidateLists lists, Candidates candidates, CasesOfItem casesOfItem, Tallies tallies, ListSubjects subjects,
            TellCases tellCases) {
        this.lists = lists;
        this.candidates = candidates;
        this.casesOfItem = casesOfItem;
        this.tallies = tallies;
        this.subjects = subjects;
        this.tellCases = tellCases;
    }

    /**
     * One list.
     *
     * @param title 2025年第1批备选名单
     * @param adopted how many of its items, 0 before the decision
     * @param suggestions how many its items stand for, merged ones too
     * @param frozenAt null while open
     * @param decidedOn null until decided
     * @param fanOut how many of its cases have heard the last news
     */
    public record Row(String id, String title, ListState state, int items, int adopted, int suggestions, Instant frozenAt,
            LocalDate decidedOn, FanOut fanOut) {
    }

    /** Newest first. */
    @Transactional
    public List<Row> all() {
        List<CandidateList> found = lists.newestFirst();
        Map<String, List<CandidateItem>> items = candidates.on(found);
        Map<String, Integer> suggestions = suggestions(items.values().stream().flatMap(Collection::stream).toList());
        Map<String, FanOut> told = tellCases.progress(found);
        return found.stream().map(each -> row(each, items.get(each.id()), suggestions, told.get(each.id()))).toList();
    }

    private Row row(CandidateList list, List<CandidateItem> items, Map<String, Integer> suggestions, FanOut told) {
        return new Row(list.id(), subjects.title(list), list.state(), items.size(),
                (int) items.stream().filter(each -> each.result() == Result.ADOPTED).count(),
                items.stream().mapToInt(each -> suggestions.get(each.id())).sum(), list.frozenAt(),
                list.ruling() == null ? null : list.ruling().decidedOn(), told);
    }

    private Map<String, Integer> suggestions(List<CandidateItem> items) {
        Map<String, List<String>> numbers = casesOfItem.of(items).entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, each -> each.getValue().stream().map(Case::caseNumber).toList()));
        Map<String, Tally> counted = tallies.ofGroups(numbers);
        return counted.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().suggestions()));
    }
}
