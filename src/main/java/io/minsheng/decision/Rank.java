package io.minsheng.decision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

import io.minsheng.decision.ListView.Item;
import io.minsheng.platform.error.Refusal;

/** By what candidates are ranked while their list is open. What is equal in one is ranked by the others. */
public enum Rank {

    PEOPLE("按人数", Orders.PEOPLE.thenComparing(Orders.SCORE).thenComparing(Orders.TOWNSHIPS)),
    SCORE("按评分", Orders.SCORE.thenComparing(Orders.PEOPLE).thenComparing(Orders.TOWNSHIPS)),
    TOWNSHIPS("按涉及镇街数", Orders.TOWNSHIPS.thenComparing(Orders.PEOPLE).thenComparing(Orders.SCORE));

    private final String label;
    private final Comparator<Item> order;

    Rank(String label, Comparator<Item> order) {
        this.label = label;
        this.order = order.thenComparing(Item::id);
    }

    /** Most first. */
    private static final class Orders {
        private static final Comparator<Item> PEOPLE = Comparator.comparing(each -> each.support().people(),
                Comparator.reverseOrder());
        private static final Comparator<Item> SCORE = Comparator.comparing(each -> each.support().score(),
                Comparator.nullsLast(Comparator.reverseOrder()));
        private static final Comparator<Item> TOWNSHIPS = Comparator.comparing(each -> each.support().townships(),
                Comparator.reverseOrder());
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Comparator<Item> order() {
        return order;
    }

    /**
     * The rank with this code; null is by people.
     *
     * @throws Refusal 400
     */
    public static Rank of(String code) {
        return code == null || code.isBlank() ? PEOPLE
                : Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst()
                        .orElseThrow(() -> Refusal.invalid("rank", "排列方式应为 people、score 或 townships。"));
    }
}
