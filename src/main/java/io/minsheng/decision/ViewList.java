package io.minsheng.decision;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CandidateList.Ruling;
import io.minsheng.decision.ListView.Item;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.error.Refusal;

/** Shows a list with its candidates: an open one ranked by people and score, others in their order. */
@ApplicationScoped
public class ViewList {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final ListSubjects subjects;
    private final ListDigest digest;
    private final TellCases tellCases;
    private final ViewItem viewItem;
    private final Accounts accounts;

    ViewList(CandidateLists lists, Candidates candidates, ListSubjects subjects, ListDigest digest, TellCases tellCases,
            ViewItem viewItem, Accounts accounts) {
        this.lists = lists;
        this.candidates = candidates;
        this.subjects = subjects;
        this.digest = digest;
        this.tellCases = tellCases;
        this.viewItem = viewItem;
        this.accounts = accounts;
    }

    /**
     * The list as it stands.
     *
     * @throws Refusal 404
     */
    @Transactional
    public ListView view(String id) {
        return view(id, Rank.PEOPLE);
    }

    /**
     * The list as it stands.
     *
     * @param rank how the candidates of an open list are ordered
     * @throws Refusal 404
     */
    @Transactional
    public ListView view(String id, Rank rank) {
        return view(lists.byId(id), rank);
    }

    private ListView view(CandidateList list, Rank rank) {
        List<CandidateItem> found = candidates.on(list);
        List<Item> items = new ArrayList<>(viewItem.viewAll(found));
        if (list.state() == ListState.OPEN) {
            items.sort(rank.order());
        }
        boolean intact = list.state() == ListState.OPEN || digest.of(list, found).equals(list.digest());
        return new ListView(list.id(), list.campaign(), list.number(), subjects.title(list), list.state(), list.version(),
                new ListView.Freeze(list.digest(), list.frozenAt(), name(list.frozenBy())), tellCases.progress(list), intact,
                ruling(list.ruling()), items);
    }

    private Ruling ruling(Ruling ruling) {
        return ruling == null ? null
                : new Ruling(ruling.body(), ruling.meeting(), ruling.decidedOn(), ruling.documentNumber(),
                        name(ruling.recordedBy()));
    }

    private String name(String username) {
        return username == null ? null : accounts.namesOf(List.of(username)).get(username);
    }
}
