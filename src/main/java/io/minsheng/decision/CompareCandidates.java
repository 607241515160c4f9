package io.minsheng.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.ListView.Item;
import io.minsheng.platform.error.Refusal;

/** Puts two to four candidates of a list side by side; more than four cannot be taken in at once. */
@ApplicationScoped
public class CompareCandidates {

    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private final ViewList viewList;

    CompareCandidates(ViewList viewList) {
        this.viewList = viewList;
    }

    /** A list and the chosen ones of its candidates, in the order in which they were chosen. */
    public record Comparison(ListView list, List<Item> items) {
    }

    /**
     * The candidates with these ids.
     *
     * @throws Refusal 400 too few, too many, or not on the list; 404 no such list
     */
    public Comparison of(String listId, List<String> ids) {
        ListView list = viewList.view(listId);
        Map<String, Item> known = list.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<String> chosen = List.copyOf(new LinkedHashSet<>(ids == null ? List.of() : ids));
        if (chosen.size() < FEWEST || chosen.size() > MOST) {
            throw Refusal.invalid("item", "请选择 " + FEWEST + " 至 " + MOST + " 个事项。");
        }
        if (!known.keySet().containsAll(chosen)) {
            throw Refusal.invalid("item", "名单中没有这个事项。");
        }
        return new Comparison(list, chosen.stream().map(known::get).toList());
    }
}
