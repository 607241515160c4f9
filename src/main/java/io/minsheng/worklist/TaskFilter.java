package io.minsheng.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.minsheng.calendar.Light;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Texts;

/**
 * Which tasks are wanted (contract: GET /api/v1/tasks). An empty set is no restriction.
 *
 * @param q begin of a case number, or words of the title
 * @param campaign code, or null
 * @param workable only tasks that the person may claim and complete
 */
public record TaskFilter(Set<Queue> queues, Set<Assigned> assigned, Set<Light> lights, String q, String campaign,
        boolean workable) {

    private static final int MAX_Q = 60;

    /** Everything the person may see. */
    public static final TaskFilter ALL = new TaskFilter(Set.of(), Set.of(), Set.of(), null, null, false);

    /**
     * Reads the query of a call; several values of one filter are separated by commas.
     *
     * @throws Refusal 400 unknown value
     */
    public static TaskFilter parse(String queue, String assigned, String light, String q, String campaign) {
        List<Violation> violations = new ArrayList<>();
        Set<Queue> queues = values("queue", queue, Queue.class, false, violations);
        Set<Assigned> who = values("assigned", assigned, Assigned.class, true, violations);
        Set<Light> lights = values("light", light, Light.class, false, violations);
        String words = Texts.cleanOrNull(q);
        if (words != null && Texts.codePoints(words) > MAX_Q) {
            violations.add(new Violation("q", "查找内容最多 " + MAX_Q + " 字。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new TaskFilter(queues, who, lights, words, campaign == null || campaign.isBlank() ? null : campaign,
                false);
    }

    public TaskFilter assignedTo(Assigned who) {
        return new TaskFilter(queues, EnumSet.of(who), lights, q, campaign, workable);
    }

    /** Without those that the person only oversees. */
    public TaskFilter workableOnly() {
        return new TaskFilter(queues, assigned, lights, q, campaign, true);
    }

    /** Whether nothing else than queue and person narrows it down. */
    boolean isByQueueAndPerson() {
        return (lights.isEmpty() || lights.size() == Light.values().length) && q == null && campaign == null;
    }

    private static <E extends Enum<E>> Set<E> values(String field, String text, Class<E> type, boolean lowerCase,
            List<Violation> violations) {
        Set<E> found = EnumSet.noneOf(type);
        if (text == null || text.isBlank()) {
            return found;
        }
        for (String code : text.split(",", -1)) {
            Arrays.stream(type.getEnumConstants()).filter(each -> code(each, lowerCase).equals(code.strip())).findFirst()
                    .ifPresentOrElse(found::add, () -> violations.add(new Violation(field, "没有“" + code + "”这个取值。")));
        }
        return found;
    }

    private static String code(Enum<?> value, boolean lowerCase) {
        return lowerCase ? value.name().toLowerCase(Locale.ROOT) : value.name();
    }
}
