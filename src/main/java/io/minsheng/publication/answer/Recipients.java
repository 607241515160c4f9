package io.minsheng.publication.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.proposal.Proposal;

/**
 * Who besides its author gets the answer of a case: the authors of what is merged into it, and those who support these cases.
 */
@ApplicationScoped
class Recipients {

    private final EntityManager entities;

    Recipients(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How many get it.
     *
     * @param members suggestions merged into the case, each with an author of its own
     * @param supports how often the case and its members are supported
     */
    public record Others(long members, long supports) {

        static final Others NONE = new Others(0, 0);

        Others plus(long members, long supports) {
            return new Others(this.members + members, this.supports + supports);
        }
    }

    /** By the id of the case; a few statements for any number of cases. */
    Map<String, Others> of(List<Proposal> mains) {
        Map<String, String> mainOf = new HashMap<>();
        mains.forEach(each -> mainOf.put(each.id(), each.id()));
        Map<String, Others> others = new HashMap<>();
        List<String> level = List.copyOf(mainOf.keySet());
        while (!level.isEmpty()) {
            rows("select s.proposal.id, count(s) from Support s where s.proposal.id in ?1 group by s.proposal.id", level)
                    .forEach(row -> add(others, mainOf.get(row[0]), 0, (Long) row[1]));
            List<Object[]> below = rows("select p.id, p.mergedInto.id from Proposal p where p.mergedInto.id in ?1", level);
            below.forEach(row -> {
                mainOf.put((String) row[0], mainOf.get(row[1]));
                add(others, mainOf.get(row[1]), 1, 0);
            });
            level = below.stream().map(row -> (String) row[0]).toList();
        }
        return others;
    }

    private static void add(Map<String, Others> others, String main, long members, long supports) {
        others.merge(main, new Others(members, supports), (one, two) -> one.plus(two.members(), two.supports()));
    }

    private List<Object[]> rows(String query, List<String> ids) {
        return entities.createQuery(query, Object[].class).setParameter(1, ids).getResultList();
    }
}
