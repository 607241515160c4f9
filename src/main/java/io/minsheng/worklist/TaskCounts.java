package io.minsheng.worklist;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** How many of them match the filter, if these numbers tell; of what the person has stepped back from they know nothing. */
    Optional<Long> matching(TaskFilter filter) {
        Set<Queue> queues = filter.queues();
        return filter.isByQueueAndPerson() ? countedFor(filter).map(counts -> queues.isEmpty() ? sum(counts)
                : queues.stream().mapToLong(each -> counts.getOrDefault(each, 0L)).sum()) : Optional.empty();
    }

    private Optional<Map<Queue, Long>> countedFor(TaskFilter filter) {
        Set<Assigned> who = filter.assigned();
        if (filter.workable()) {
            return who.equals(EnumSet.of(Assigned.NONE)) ? Optional.of(group) : Optional.empty();
        }
        if (who.isEmpty() || who.contains(Assigned.ANY)) {
            return Optional.of(all);
        }
        return who.equals(EnumSet.of(Assigned.ME)) ? Optional.of(mine)
                : who.equals(EnumSet.of(Assigned.ABSENT)) ? Optional.of(absent) : Optional.empty();
    }

    public static long sum(Map<Queue, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
