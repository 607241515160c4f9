package io.minsheng.publication;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.ListView;
import io.minsheng.decision.ViewList;
import io.minsheng.identity.Accounts;
import io.minsheng.publication.PublishedLists.AnnexRow;
import io.minsheng.publication.PublishedLists.PublishedList;

/** What those who draft and release a publication see: the text, and the page as everyone will see it. */
@ApplicationScoped
public class PreparePublication {

    private final Publications publications;
    private final PublicationTexts texts;
    private final PublishedLists published;
    private final Annexes annexes;
    private final GuardPublication guard;
    private final ViewList viewList;
    private final Accounts accounts;

    PreparePublication(Publications publications, PublicationTexts texts, PublishedLists published, Annexes annexes,
            GuardPublication guard, ViewList viewList, Accounts accounts) {
        this.publications = publications;
        this.texts = texts;
        this.published = published;
        this.annexes = annexes;
        this.guard = guard;
        this.viewList = viewList;
        this.accounts = accounts;
    }

    /**
     * The newest text.
     *
     * @param version 0 before the first draft
     * @param waits it waits for its release
     * @param draftedBy user name, {@code drafter} the name to show; null before the first draft
     * @param returnedReason why it was given back, or null
     */
    public record Prepared(ListView list, String title, String text, int version, String draftedBy, String drafter,
            String returnedReason, boolean waits) {

        /** With what is typed just now. */
        public Prepared with(String title, String text) {
            return new Prepared(list, title, text, version, draftedBy, drafter, returnedReason, waits);
        }
    }

    /** The newest draft of a list, or the words to begin with. */
    @Transactional
    public Prepared of(String list) {
        ListView view = viewList.view(list);
        return publications.latest(list)
                .map(each -> new Prepared(view, each.title(), each.text(), each.version(), each.draftedBy(),
                        accounts.namesOf(List.of(each.draftedBy())).get(each.draftedBy()), each.returnedReason(), each.waits()))
                .orElseGet(() -> new Prepared(view, texts.title(view), texts.text(view), 0, null, null, null, false));
    }

    /** The list as it will be public with this text. */
    @Transactional
    public PublishedList preview(String list, Prepared prepared) {
        return new PublishedList(list, prepared.title(), prepared.text(), null, published.rows(list),
                held(list, prepared).stream().map(each -> AnnexRow.of(each, "/staff/lists/" + list + "/annexes/")).toList());
    }

    /** What in it looks like personal data or cannot be looked at. */
    @Transactional
    public List<Finding> findings(String list, Prepared prepared) {
        return guard.findings(list, prepared.title(), prepared.text(), held(list, prepared));
    }

    /** While it is drafted whatever has been added, then what the draft holds. */
    private List<Annex> held(String list, Prepared prepared) {
        return prepared.waits() ? publications.latest(list).orElseThrow().annexes() : annexes.present(list);
    }
}
