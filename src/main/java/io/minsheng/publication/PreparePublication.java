package io.minsheng.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.ListView;
import io.minsheng.decision.ViewList;
import io.minsheng.identity.Accounts;
import io.minsheng.publication.PublishedLists.AnnexRow;
import io.minsheng.publication.PublishedLists.Edition;
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
     * @param correction why what is published is corrected; null where nothing is published yet
     * @param rows the corrected words of the rows; empty where nothing is published yet
     */
    public record Prepared(ListView list, String title, String text, int version, String draftedBy, String drafter,
            String returnedReason, boolean waits, String correction, List<PublishedWords> rows) {

        /** With what is typed just now. */
        public Prepared with(PublicationDraft typed) {
            return new Prepared(list, typed.title(), typed.text(), version, draftedBy, drafter, returnedReason, waits,
                    correction == null ? null : typed.correction() == null ? "" : typed.correction(),
                    typed.rows() == null ? rows : typed.rows());
        }

        /** Whether something published is corrected. */
        public boolean corrects() {
            return correction != null;
        }
    }

    /** What a version changes. */
    public record Change(String where, String before, String after) {
    }

    /** The newest draft of a list, or the words to begin with. */
    @Transactional
    public Prepared of(String list) {
        ListView view = viewList.view(list);
        boolean corrects = publications.inForce(list).isPresent();
        return publications.latest(list).map(each -> prepared(view, each, corrects)).orElseGet(
                () -> new Prepared(view, texts.title(view), texts.text(view), 0, null, null, null, false, null, List.of()));
    }

    private Prepared prepared(ListView view, Publication draft, boolean corrects) {
        // a correction begins with what is in force, and without its reason
        String why = draft.releasedAt() == null && draft.correction() != null ? draft.correction() : "";
        return new Prepared(view, draft.title(), draft.text(), draft.version(), draft.draftedBy(),
                accounts.namesOf(List.of(draft.draftedBy())).get(draft.draftedBy()), draft.returnedReason(), draft.waits(),
                corrects ? why : null, corrects ? inOrder(draft) : List.of());
    }

    private List<PublishedWords> inOrder(Publication draft) {
        Map<String, PublishedWords> words = draft.rows().stream()
                .collect(Collectors.toMap(PublishedWords::project, Function.identity()));
        return published.rows(draft.listId()).stream().map(each -> words.get(each.id())).filter(Objects::nonNull).toList();
    }

    /** What the draft of a correction changes of what is in force; empty where nothing is published yet. */
    @Transactional
    public List<Change> changes(String list, Prepared prepared) {
        if (!prepared.corrects()) {
            return List.of();
        }
        Publication inForce = publications.inForce(list).orElseThrow();
        List<Change> changes = new ArrayList<>();
        add(changes, "标题", inForce.title(), prepared.title());
        add(changes, "正文", inForce.text(), prepared.text());
        Map<String, PublishedWords> before = inForce.rows().stream()
                .collect(Collectors.toMap(PublishedWords::project, Function.identity()));
        for (PublishedWords each : prepared.rows()) {
            PublishedWords old = before.get(each.project());
            if (old != null) {
                add(changes, "“" + old.title() + "”的主要任务", old.title(), each.title());
                add(changes, "“" + old.title() + "”的预期目标", old.target(), each.target());
                add(changes, "“" + old.title() + "”的完成时限", old.due(), each.due());
            }
        }
        add(changes, "附件", names(inForce.annexes()), names(held(list, prepared)));
        return changes;
    }

    private static void add(List<Change> changes, String where, String before, String after) {
        String was = before == null ? "" : before;
        String is = after == null ? "" : after;
        if (!was.equals(is)) {
            changes.add(new Change(where, was, is));
        }
    }

    private static String names(List<Annex> annexes) {
        return String.join("、", annexes.stream().map(each -> each.file().name()).toList());
    }

    /** The list as it will be public with this text. */
    @Transactional
    public PublishedList preview(String list, Prepared prepared) {
        return new PublishedList(
                new Edition(null, prepared.list().campaign(), list, prepared.version(), prepared.correction(), List.of()),
                prepared.title(), prepared.text(), null, published.rows(list, prepared.rows()),
                held(list, prepared).stream().map(each -> AnnexRow.of(each, "/staff/lists/" + list + "/annexes/")).toList());
    }

    /** What in it looks like personal data or cannot be looked at. */
    @Transactional
    public List<Finding> findings(String list, Prepared prepared) {
        return guard.findings(list, prepared.title(), prepared.text(), prepared.correction(), prepared.rows(),
                held(list, prepared));
    }

    /** While it is drafted whatever has been added, then what the draft holds. */
    private List<Annex> held(String list, Prepared prepared) {
        return prepared.waits() ? publications.latest(list).orElseThrow().annexes() : annexes.present(list);
    }
}
