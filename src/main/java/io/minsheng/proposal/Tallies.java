package io.minsheng.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * 来自 N 条建议、M 人: N counts main cases with all that is merged into them, M their authors and those who
 * support them, the same person by telephone or e-mail once. Computed for many at once, one statement for some
 * thousands.
 */
@ApplicationScoped
public class Tallies {

    /** Starts from cases, each under a heading; follows what is merged into them. */
    private static final String VOICES = """
            with recursive counted(heading, id) as (
                select %s, p.id from proposal p where %s
                union all
                select c.heading, p.id from counted c join proposal p on p.merged_into = c.id)
            select c.heading, c.id, a.id, a.phone_digest, a.email_digest, p.township
            from counted c join proposal p on p.id = c.id join author a on a.id = p.author_id
            union all
            select c.heading, c.id, a.id, a.phone_digest, a.email_digest, null
            from counted c join support s on s.proposal_id = c.id join author a on a.id = s.author_id""";
    private static final String OF_ITEMS = VOICES.formatted("p.candidate_item", "p.candidate_item in (:headings)");
    private static final String OF_CASES = VOICES.formatted("p.case_number", "p.case_number in (:headings)");

    /** PostgreSQL takes 65,535 parameters. */
    private static final int BATCH = 5_000;

    private final EntityManager entities;

    Tallies(EntityManager entities) {
        this.entities = entities;
    }

    /** How many suggestions by how many people, about how many townships. */
    public record Tally(int suggestions, int people, int townships) {
    }

    /** Per candidate item; one that holds no case counts nothing. */
    public Map<String, Tally> ofItems(Collection<String> items) {
        return count(OF_ITEMS, alone(items));
    }

    /** Per case number: the case with all that is merged into it. */
    public Map<String, Tally> ofCases(Collection<String> caseNumbers) {
        return count(OF_CASES, alone(caseNumbers));
    }

    /**
     * Per group of cases, each with all that is merged into it; a case may be in several.
     *
     * @param groups case numbers by the name of the group
     */
    public Map<String, Tally> ofGroups(Map<String, ? extends Collection<String>> groups) {
        return count(OF_CASES, groups);
    }

    private static Map<String, List<String>> alone(Collection<String> headings) {
        return headings.stream().distinct().collect(Collectors.toMap(each -> each, List::of));
    }

    private Map<String, Tally> count(String statement, Map<String, ? extends Collection<String>> groups) {
        Map<String, Crowd> crowds = new HashMap<>();
        Map<String, List<Crowd>> byHeading = new HashMap<>();
        groups.forEach((group, headings) -> {
            Crowd crowd = crowds.computeIfAbsent(group, name -> new Crowd());
            headings.forEach(each -> byHeading.computeIfAbsent(each, heading -> new ArrayList<>()).add(crowd));
        });
        List<String> all = List.copyOf(byHeading.keySet());
        for (int i = 0; i < all.size(); i += BATCH) {
            @SuppressWarnings("unchecked")
            List<Object[]> rows = entities.createNativeQuery(statement)
                    .setParameter("headings", all.subList(i, Math.min(all.size(), i + BATCH))).getResultList();
            rows.forEach(row -> byHeading.get(row[0]).forEach(
                    each -> each.add((String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5])));
        }
        return crowds.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().tally()));
    }

    /** The voices under one heading; whoever shares a telephone or an address with another is the same person. */
    private static final class Crowd {

        private final Set<String> suggestions = new HashSet<>();
        private final Set<String> townships = new HashSet<>();
        private final Map<String, String> sameAs = new HashMap<>();

        void add(String suggestion, String author, String phone, String email, String township) {
            suggestions.add(suggestion);
            if (township != null) {
                townships.add(township);
            }
            String person = "author " + author;
            personOf(person);
            if (phone != null) {
                sameAs.put(personOf(person), personOf("phone " + phone));
            }
            if (email != null) {
                sameAs.put(personOf(person), personOf("email " + email));
            }
        }

        /** Follows the sign to the one that stands for the person. */
        private String personOf(String sign) {
            String person = sign;
            for (String other = sameAs.putIfAbsent(person, person); other != null && !other.equals(person);) {
                person = other;
                other = sameAs.get(person);
            }
            return person;
        }

        Tally tally() {
            long people = sameAs.keySet().stream().filter(each -> sameAs.get(each).equals(each)).count();
            return new Tally(suggestions.size(), (int) people, townships.size());
        }
    }
}
