package io.minsheng.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;

/**
 * How many tasks are open.
 *
 * @param mine by queue, claimed by the person
 * @param group by queue, claimed by nobody and the person's to do
 * @param absent by queue, claimed by colleagues for whom the person stands in
 * @param all by queue, everything the person may see
 */
public record TaskCounts(Map<Queue, Long> mine, Map<Queue, Long> group, Map<Queue, Long> absent, Map<Queue, Long> all) {

    static TaskCounts of(List<Object[]> rows, Actor actor) {
        TaskCounts counts = new TaskCounts(new EnumMap<>(Queue.class), new EnumMap<>(Queue.class), new EnumMap<>(Queue.class),
                new EnumMap<>(Queue.class));
        for (Object[] row : rows) {
            Queue queue = Queue.valueOf((String) row[0]);
            long number = (Long) row[4];
            counts.all.merge(queue, number, Long::sum);
            if (actor.username().equals(row[3])) {
                counts.mine.merge(queue, number, Long::sum);
            } else if (actor.standsInFor((String) row[3])) {
                counts.absent.merge(queue, number, Long::sum);
            } else if (row[3] == null && isTheirs((String) row[1], (String) row[2], actor)) {
                counts.group.merge(queue, number, Long::sum);
            }
        }
        return counts;
    }

    private static boolean isTheirs(String role, String organisation, Actor actor) {
        Role candidate = Role.valueOf(role);
        return actor.has(candidate) && (candidate != Role.DEPARTMENT || actor.organisation().equals(organisation));
    }

    public static long sum(Map<Queue, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
