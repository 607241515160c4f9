package io.minsheng.publication;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.GuardPublic;
import io.minsheng.decision.GuardPublic.Words;
import io.minsheng.platform.error.Violation;

/** Looks for personal data in everything that the publication of a list would show. */
@ApplicationScoped
public class GuardPublication {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final GuardPublic guard;

    GuardPublication(CandidateLists lists, Candidates candidates, GuardPublic guard) {
        this.lists = lists;
        this.candidates = candidates;
        this.guard = guard;
    }

    /** What was found in the title, the text or a row of the list; empty when all is well. */
    public List<Violation> check(String list, String title, String text) {
        List<CandidateItem> items = candidates.ofList(list);
        List<Words> words = new ArrayList<>();
        words.add(new Words("title", "标题", title));
        words.add(new Words("text", "正文", text));
        for (CandidateItem item : items) {
            words.add(new Words("items", "第 " + item.position() + " 项的主要任务", item.title()));
            words.add(new Words("items", "第 " + item.position() + " 项的预期目标", item.target()));
            words.add(new Words("items", "第 " + item.position() + " 项的完成时限", item.due()));
        }
        return guard.check(lists.byId(list).campaign(), words, items.stream().map(CandidateItem::id).toList());
    }
}
