package io.minsheng.search.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.Neighbours;
import io.minsheng.platform.web.Neighbours.Neighbour;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.CaseRow;
import io.minsheng.search.FindCaseNeighbours;
import io.minsheng.search.ListCases;

/** Gives {@code tags/neighbours.html} what it shows where a case was opened from the list of cases. */
@Named("caseNeighbours")
@ApplicationScoped
public class CaseNeighbours {

    private static final String NAME = "案件";

    private final FindCaseNeighbours find;
    private final LastList lastList;
    private final CurrentActor actor;

    CaseNeighbours(FindCaseNeighbours find, LastList lastList, CurrentActor actor) {
        this.find = find;
        this.lastList = lastList;
        this.actor = actor;
    }

    /** Null where the page was not opened from the list of cases. */
    public Neighbours of(String caseNumber) {
        String href = lastList.href().filter(each -> each.startsWith(CaseList.PATH + "?")).orElse(null);
        if (href == null) {
            return null;
        }
        CaseList list = CaseList.parse(href);
        try {
            CaseFilter filter = list.filter();
            FindCaseNeighbours.Sides sides = find.of(caseNumber, filter, actor.get(),
                    ListCases.paging(filter, 0, 1, list.sort()));
            return new Neighbours(href, NAME, neighbour(sides.previous()), neighbour(sides.next()));
        } catch (Refusal unreadable) {
            return null;
        }
    }

    private static Neighbour neighbour(CaseRow row) {
        return row == null ? null : new Neighbour("/staff/cases/" + row.caseNumber(), row.title());
    }
}
