package io.minsheng.proposal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.text.Texts;

/**
 * The names of the people behind candidate items, for the program's own use: what is published must not contain them.
 * Organisations are named for their office; only people's names count.
 */
@ApplicationScoped
public class AuthorNames {

    private final Proposals proposals;
    private final Authors authors;

    AuthorNames(Proposals proposals, Authors authors) {
        this.proposals = proposals;
        this.authors = authors;
    }

    /** @param items ids of candidate items */
    public Set<String> of(List<String> items) {
        Set<String> names = new LinkedHashSet<>();
        for (String item : items) {
            for (Proposal proposal : proposals.ofItem(item)) {
                String name = proposal.author().kind() == ProposerKind.ORGANISATION ? null
                        : authors.contact(proposal.author()).name();
                if (Texts.codePoints(name) > 1) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
