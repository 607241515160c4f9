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
        Contact contact = authors.contact(proposal.author());
        List<String> names = contact.name() == null ? List.of() : List.of(contact.name());
        return text -> Masking.freeText(withoutHome(text, contact.address()), names);
    }

    /** Where a house number stands in it, the author's address leads to a home; a mere township does not. */
    private static String withoutHome(String text, String address) {
        boolean home = text != null && address != null && address.matches("(?s).*\\d.*");
        return home ? text.replace(address.strip(), "（住址）") : text;
    }
}
