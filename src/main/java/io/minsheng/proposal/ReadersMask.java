package io.minsheng.proposal;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.Masking;

/** How free text of a case is shown to a member of staff: as it is to who may read originals, masked to all others. */
@ApplicationScoped
public class ReadersMask {

    private final CaseAccess access;
    private final Authors authors;

    ReadersMask(CaseAccess access, Authors authors) {
        this.access = access;
        this.authors = authors;
    }

    /** To be applied to every text of the case that people have written; null stays null. */
    public UnaryOperator<String> of(Proposal proposal, Actor actor) {
        if (access.mayReadOriginals(proposal, actor)) {
            return text -> text;
        }
        String name = authors.contact(proposal.author()).name();
        List<String> names = name == null ? List.of() : List.of(name);
        return text -> Masking.freeText(text, names);
    }
}
