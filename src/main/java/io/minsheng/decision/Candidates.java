package io.minsheng.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The candidate items. */
@ApplicationScoped
public class Candidates implements PanacheRepositoryBase<CandidateItem, String> {

    /** The items of a campaign in no list yet, oldest first. */
    public List<CandidateItem> waiting(String campaign) {
        return list("campaign = ?1 and listId is null order by id", campaign);
    }

    /** The items of a frozen list, in its order. */
    public List<CandidateItem> ofList(String list) {
        return list("listId = ?1 order by position, id", list);
    }

    /** What is on a list now: its own items, or for an open one all that wait. */
    public List<CandidateItem> on(CandidateList list) {
        return list.state() == ListState.OPEN ? waiting(list.campaign()) : ofList(list.id());
    }

    /** The same for many lists at once, by the id of the list. */
    public Map<String, List<CandidateItem>> on(List<CandidateList> lists) {
        List<CandidateItem> all = list("order by position, id");
        return lists.stream()
                .collect(Collectors.toMap(CandidateList::id, list -> all.stream().filter(list.state() == ListState.OPEN
                        ? item -> item.waits() && item.campaign().equals(list.campaign())
                        : item -> list.id().equals(item.listId())).toList()));
    }
}
