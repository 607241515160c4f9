package io.minsheng.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.ListView;
import io.minsheng.decision.ViewList;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.publication.Blackout.Range;
import io.minsheng.publication.PreparePublication.Change;

/** What those who ask for a redaction and who carry it out see. */
@ApplicationScoped
public class PrepareRedaction {

    private final Publications publications;
    private final Redactions redactions;
    private final PlanRedaction plan;
    private final GuardPublication guard;
    private final CandidateLists lists;
    private final ViewList viewList;
    private final Accounts accounts;

    PrepareRedaction(Publications publications, Redactions redactions, PlanRedaction plan, GuardPublication guard,
            CandidateLists lists, ViewList viewList, Accounts accounts) {
        this.publications = publications;
        this.redactions = redactions;
        this.plan = plan;
        this.guard = guard;
        this.lists = lists;
        this.viewList = viewList;
        this.accounts = accounts;
    }

    /** A version that was published and corrected since; {@code number} counts what was published. */
    public record Old(String id, int number, Instant publishedAt) {
    }

    /** A field of the chosen version; {@code key} names it in the form. */
    public record Words(String key, String label, String text) {
    }

    /** A file of the chosen version. */
    public record File(String id, String name) {
    }

    /** The chosen version; {@code signs} are the places in it that look like personal data. */
    public record Chosen(Old version, List<Words> words, List<File> files, List<String> signs) {
    }

    /**
     * A redaction, asked for or judged.
     *
     * @param number of the version for which it was asked
     * @param passages how many places
     * @param judgedBy null until judged; declinedReason null unless declined
     */
    public record Asked(String id, int number, String reason, Redaction.State state, String askedBy, Instant askedAt,
            int passages, int files, String judgedBy, Instant judgedAt, String declinedReason) {
    }

    /** @throws Refusal 404 */
    @Transactional
    public ListView list(String list) {
        return viewList.view(list);
    }

    /**
     * The versions of a list that may be chosen, oldest first.
     *
     * @throws Refusal 404 no such list
     */
    @Transactional
    public List<Old> old(String list) {
        lists.byId(list);
        List<Publication> released = publications.ofList(list).stream().filter(each -> each.releasedAt() != null).toList();
        List<Old> old = new ArrayList<>();
        for (int i = 0; i < released.size() - 1; i++) {
            old.add(new Old(released.get(i).id(), i + 1, released.get(i).releasedAt()));
        }
        return old;
    }

    /** @throws Refusal 404 none of {@link #old} */
    @Transactional
    public Chosen chosen(String list, String version) {
        Old old = old(list).stream().filter(each -> each.id().equals(version)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一版公布名单。"));
        Publication publication = publications.findById(old.id());
        List<Words> words = publication.words().stream().map(each -> new Words(
                each.project() == null ? each.place().name() : each.place() + ":" + each.project(),
                label(publication, each), each.text())).toList();
        List<File> files = publication.annexes().stream().filter(each -> !each.file().erased())
                .map(each -> new File(each.id(), each.file().name())).toList();
        return new Chosen(old, words, files, guard.signs(publication));
    }

    /** All redactions of a list, newest first. */
    @Transactional
    public List<Asked> asked(String list) {
        List<Redaction> all = redactions.ofList(list);
        Map<String, String> names = accounts.namesOf(all.stream()
                .flatMap(each -> Stream.of(each.askedBy(), each.judgedBy())).filter(Objects::nonNull).distinct().toList());
        List<Old> old = old(list);
        return all.stream().map(each -> new Asked(each.id(),
                old.stream().filter(version -> version.id().equals(each.publicationId())).findFirst().orElseThrow().number(),
                each.reason(), each.state(), names.get(each.askedBy()), each.askedAt(), each.marks().size(),
                each.annexes().size(), each.judgedBy() == null ? null : names.get(each.judgedBy()), each.judgedAt(),
                each.declinedReason())).toList();
    }

    /**
     * What the form would change, exactly; nothing is stored.
     *
     * @throws Refusal as when it is asked
     */
    @Transactional
    public List<Change> changes(String list, RedactionForm form, Actor actor) {
        lists.byId(list);
        Redaction wanted = plan.of(list, form, actor);
        return changes(wanted, wanted.marks());
    }

    /** What the second person decides about. */
    @Transactional
    public Waiting waiting(String list, Actor actor) {
        Redaction open = redactions.open(list).orElseThrow(() -> Refusal.notFound("没有待签批的遮盖。"));
        Asked asked = asked(list).stream().filter(each -> each.id().equals(open.id())).findFirst().orElseThrow();
        return new Waiting(asked, changes(open, plan.marks(open)), open.askedBy().equals(actor.username()));
    }

    /** @param own the reader asked for it and may not carry it out */
    public record Waiting(Asked asked, List<Change> changes, boolean own) {
    }

    private List<Change> changes(Redaction redaction, Set<RedactionMark> all) {
        List<Change> changes = new ArrayList<>();
        int number = 0;
        for (Publication version : publications.ofList(redaction.listId())) {
            number += version.releasedAt() == null ? 0 : 1;
            String which = version.releasedAt() == null ? "未公布的第 " + version.version() + " 稿" : "第 " + number + " 版";
            List<RedactionMark> marks = all.stream().filter(each -> each.publication().equals(version.id()))
                    .toList();
            for (PlacedText words : version.words()) {
                List<Range> ranges = Blackout.of(words, marks);
                if (!ranges.isEmpty()) {
                    changes.add(new Change(which + "，" + label(version, words), words.text(),
                            Blackout.of(words.text(), ranges)));
                }
            }
        }
        redaction.annexes().forEach(each -> changes.add(new Change("附件", each.file().name(), Annex.BLACKED_OUT)));
        return changes;
    }

    private static String label(Publication version, PlacedText words) {
        return words.project() == null ? words.place().label()
                : version.rows().stream().filter(each -> each.project().equals(words.project())).findFirst().orElseThrow()
                        .title() + "：" + words.place().label();
    }
}
