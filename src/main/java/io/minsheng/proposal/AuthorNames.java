package io.minsheng.proposal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.platform.text.Texts;

/**
 * The names of the people behind cases, for the program's own use: what is published or sent to many must not contain them.
 * Organisations are named for their office; only people's names count.
 */
@ApplicationScoped
public class AuthorNames {

    private final EntityManager entities;
    private final Authors authors;

    AuthorNames(EntityManager entities, Authors authors) {
        this.entities = entities;
        this.authors = authors;
    }

    /**
     * The authors of the items' cases, of all that is merged into these, and those who support them.
     *
     * @param items ids of candidate items
     */
    public Set<String> of(List<String> items) {
        Set<String> names = new LinkedHashSet<>();
        List<Proposal> cases = items.isEmpty() ? List.of()
                : proposals("from Proposal p join fetch p.author where p.candidateItem in ?1", items);
        cases.forEach(each -> add(each.author(), names));
        others(cases).values().forEach(names::addAll);
        return names;
    }

    /**
     * Who besides its author gets the answer of a case: the authors of all that is merged into it, and those who support these
     * cases. A few statements for any number of cases.
     *
     * @return by the id of the case; without those where there is nobody
     */
    public Map<String, Set<String>> others(List<Proposal> cases) {
        Map<String, String> mainOf = new HashMap<>();
        cases.forEach(each -> mainOf.put(each.id(), each.id()));
        Map<String, Set<String>> names = new HashMap<>();
        List<Proposal> level = cases;
        while (!level.isEmpty()) {
            entities.createQuery("select s.proposal.id, s.supporter from Support s where s.proposal in ?1", Object[].class)
                    .setParameter(1, level).getResultList()
                    .forEach(row -> add((Author) row[1], of(mainOf.get(row[0]), names)));
            level = proposals("from Proposal p join fetch p.author where p.mergedInto in ?1", level);
            level.forEach(each -> {
                String main = mainOf.get(each.mergedInto().id());
                mainOf.put(each.id(), main);
                add(each.author(), of(main, names));
            });
        }
        return names;
    }

    private static Set<String> of(String main, Map<String, Set<String>> names) {
        return names.computeIfAbsent(main, none -> new LinkedHashSet<>());
    }

    private List<Proposal> proposals(String query, List<?> of) {
        return entities.createQuery(query, Proposal.class).setParameter(1, of).getResultList();
    }

    private void add(Author author, Set<String> names) {
        String name = author.kind() == ProposerKind.ORGANISATION ? null : authors.contact(author).name();
        if (Texts.codePoints(name) > 1) {
            names.add(name);
        }
    }
}
