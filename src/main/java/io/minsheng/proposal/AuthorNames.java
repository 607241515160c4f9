package io.minsheng.proposal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.platform.text.Texts;

/**
 * The names of the people behind candidate items, for the program's own use: what is published must not contain them.
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
        List<Proposal> level = items.isEmpty() ? List.of()
                : proposals("from Proposal p join fetch p.author where p.candidateItem in ?1", items);
        while (!level.isEmpty()) {
            level.forEach(each -> add(each.author(), names));
            entities.createQuery("select s.supporter from Support s where s.proposal in ?1", Author.class)
                    .setParameter(1, level).getResultList().forEach(each -> add(each, names));
            level = proposals("from Proposal p join fetch p.author where p.mergedInto in ?1", level);
        }
        return names;
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
