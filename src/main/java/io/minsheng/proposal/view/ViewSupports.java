package io.minsheng.proposal.view;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.ReadersMask;
import io.minsheng.proposal.RevealContact;
import io.minsheng.proposal.Support;
import io.minsheng.proposal.Supports;
import io.minsheng.proposal.Tallies;

/** Shows the supporters of a case to the staff: how many, the newest words, contact data masked. */
@ApplicationScoped
public class ViewSupports {

    private static final int SHOWN = 50;

    private final CaseAccess access;
    private final Supports supports;
    private final Authors authors;
    private final RevealContact reveal;
    private final ReadersMask masks;
    private final Tallies tallies;

    ViewSupports(CaseAccess access, Supports supports, Authors authors, RevealContact reveal, ReadersMask masks,
            Tallies tallies) {
        this.access = access;
        this.supports = supports;
        this.authors = authors;
        this.reveal = reveal;
        this.masks = masks;
        this.tallies = tallies;
    }

    /**
     * The supports of a case.
     *
     * @param total how often it was supported; the same person may have done so more than once
     * @param people author and supporters, of what is merged into it too, each person once
     * @param newest at most fifty
     * @param mayReveal whether the reader may see a supporter's contact data in full, as a logged act with a purpose
     */
    public record SupportsView(long total, int people, List<SupportView> newest, boolean mayReveal) {
    }

    /**
     * One of them.
     *
     * @param contact masked
     * @param words masked where needed; may be null
     */
    public record SupportView(String id, Contact contact, String words, Instant at) {
    }

    /**
     * As this person may see them.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public SupportsView of(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        boolean originals = access.mayReadOriginals(proposal, actor);
        UnaryOperator<String> mask = masks.of(proposal, actor);
        return new SupportsView(supports.count("proposal", proposal), tallies.ofCases(List.of(caseNumber)).get(caseNumber)
                .people(), supports.newestOf(proposal, SHOWN).stream().map(each -> view(each, originals, mask)).toList(),
                reveal.mayReveal(proposal, actor));
    }

    private SupportView view(Support support, boolean originals, UnaryOperator<String> mask) {
        Contact contact = authors.contact(support.supporter());
        // the mask knows the author's name only
        String words = originals ? support.words() : Masking.freeText(support.words(), names(contact));
        return new SupportView(support.id(), contact.masked(), mask.apply(words), support.supportedAt());
    }

    private static List<String> names(Contact contact) {
        return contact.name() == null ? List.of() : List.of(contact.name());
    }
}
