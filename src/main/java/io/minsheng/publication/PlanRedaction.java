package io.minsheng.publication;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.publication.Blackout.Range;

/** Finds everything that a redaction has to black out, and refuses what would leave it public elsewhere. */
@ApplicationScoped
class PlanRedaction {

    private static final LengthRule REASON = LengthRule.other("reason", "遮盖原因").needed();
    private static final int MOST_PASSAGES = 50;
    private static final int SHORTEST_PASSAGE = 2;
    private static final int LONGEST_PASSAGE = 500;

    private final Publications publications;
    private final Annexes annexes;
    private final GuardPublication guard;
    private final Vault vault;
    private final InstantSource clock;

    PlanRedaction(Publications publications, Annexes annexes, GuardPublication guard, Vault vault, InstantSource clock) {
        this.publications = publications;
        this.annexes = annexes;
        this.guard = guard;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Not stored yet.
     *
     * @throws Refusal 400 nothing is named, or it is not there, or still public in the version in force; 404 no such published
     *         version of the list; 409 it is in force, or not corrected yet
     */
    Redaction of(String list, RedactionForm form, Actor actor) {
        Publication version = replaced(list, form.version());
        Publication inForce = publications.inForce(list).orElseThrow();
        List<Violation> violations = new ArrayList<>();
        String reason = Texts.cleanLine(form.reason());
        REASON.check(reason, violations);
        violations.addAll(guard.inWords(list, "reason", "遮盖原因", reason));
        Marks marks = new Marks();
        passages(form.passages(), version, inForce, marks, violations);
        if (form.passages() != null && form.passages().stream().map(Texts::cleanOrNull).filter(Objects::nonNull)
                .anyMatch(reason::contains)) {
            violations.add(new Violation("reason", "遮盖原因公开可见，不能写出要遮盖的文字。"));
        }
        fields(form.fields(), version, marks, violations);
        List<Annex> files = files(form.annexes(), version, inForce, violations);
        if (violations.isEmpty() && marks.all().isEmpty() && files.isEmpty()) {
            violations.add(new Violation("passages", "请写出要遮盖的文字，或者选择要整项遮盖的内容。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Redaction(version, reason, marks.all(), files, actor, clock.instant());
    }

    /** All marks of a redaction, as of now: the passages may have been written again, or quoted, since it was asked. */
    Set<RedactionMark> marks(Redaction redaction) {
        List<Publication> versions = publications.ofList(redaction.listId());
        Publication inForce = publications.inForce(redaction.listId()).orElseThrow();
        Marks found = new Marks();
        passages(redaction, versions).forEach(passage -> versions.stream().filter(each -> !each.equals(inForce))
                .forEach(each -> found.add(each, passage)));
        Set<RedactionMark> marks = new LinkedHashSet<>(redaction.marks());
        marks.addAll(found.all());
        return marks;
    }

    /** @throws Refusal 409 what is to be blacked out has become public again */
    void requireNotInForce(Redaction redaction) {
        Publication inForce = publications.inForce(redaction.listId()).orElseThrow();
        if (passages(redaction, publications.ofList(redaction.listId())).stream().anyMatch(inForce::holds)) {
            throw Refusal.conflict("现行的一版中又有要遮盖的文字，请先更正现行的一版。");
        }
    }

    /** They are not kept: as long as nothing is blacked out, they stand where they are marked. */
    private static Set<String> passages(Redaction redaction, List<Publication> versions) {
        Set<String> passages = new LinkedHashSet<>();
        for (Publication version : versions) {
            List<PlacedText> words = version.words();
            redaction.marks().stream().filter(each -> !each.whole() && each.publication().equals(version.id()))
                    .forEach(mark -> words.stream().filter(each -> each.isAt(mark.place(), mark.project()))
                            .forEach(each -> passages.add(each.text().substring(mark.start(), mark.end()))));
        }
        return passages;
    }

    /** A version that was published and is no longer in force. */
    private Publication replaced(String list, String id) {
        Publication version = id == null ? null : publications.findById(id);
        if (version == null || !version.listId().equals(list) || version.releasedAt() == null) {
            throw Refusal.notFound("没有这一版公布名单。");
        }
        if (publications.inForce(list).orElseThrow().equals(version)) {
            throw Refusal.conflict("这是现行的一版。请先更正，更正公布后再遮盖旧版。");
        }
        return version;
    }

    private void passages(List<String> wanted, Publication version, Publication inForce, Marks marks,
            List<Violation> violations) {
        List<String> passages = wanted == null ? List.of() : wanted.stream().map(Texts::clean).distinct().toList();
        if (passages.size() > MOST_PASSAGES) {
            violations.add(new Violation("passages", "一次最多遮盖 " + MOST_PASSAGES + " 段文字。"));
            return;
        }
        List<Publication> versions = passages.isEmpty() ? List.of()
                : publications.ofList(version.listId()).stream().filter(each -> !each.equals(inForce)).toList();
        for (int i = 0; i < passages.size(); i++) {
            String passage = passages.get(i);
            String why = whyNot(passage, version, inForce);
            if (why == null) {
                versions.forEach(each -> marks.add(each, passage));
            } else {
                violations.add(new Violation("passages", "第 " + (i + 1) + " 段文字" + why));
            }
        }
    }

    private static String whyNot(String passage, Publication version, Publication inForce) {
        int length = Texts.codePoints(passage);
        if (length < SHORTEST_PASSAGE || length > LONGEST_PASSAGE) {
            return "应为 " + SHORTEST_PASSAGE + " 到 " + LONGEST_PASSAGE + " 个字。";
        }
        if (Blackout.MARK.contains(passage) || passage.contains(Blackout.MARK)) {
            return "含有遮盖标记，不能再遮盖。";
        }
        if (!version.holds(passage)) {
            return "在这一版中找不到，请照原文填写。";
        }
        return inForce.holds(passage) ? "在现行的一版中还有，请先更正现行的一版。" : null;
    }

    private static void fields(List<RedactionForm.Field> wanted, Publication version, Marks marks,
            List<Violation> violations) {
        for (RedactionForm.Field field : wanted == null ? List.<RedactionForm.Field> of() : wanted) {
            PlacedText words = field == null ? null
                    : version.words().stream()
                            .filter(each -> each.place().name().equals(field.place())
                                    && each.isAt(each.place(), Texts.cleanOrNull(field.project())))
                            .findFirst().orElse(null);
            if (words == null) {
                violations.add(new Violation("fields", "这一版中没有所选的内容。"));
            } else if (!words.text().isEmpty()) {
                marks.add(version, words, new Range(0, words.text().length()), true);
            }
        }
    }

    private List<Annex> files(List<String> wanted, Publication version, Publication inForce, List<Violation> violations) {
        Set<Annex> used = new LinkedHashSet<>(inForce.annexes());
        used.addAll(annexes.present(version.listId()));
        publications.latest(version.listId()).filter(Publication::waits).ifPresent(each -> used.addAll(each.annexes()));
        List<Annex> files = new ArrayList<>();
        for (String id : wanted == null ? Set.<String> of() : new LinkedHashSet<>(wanted)) {
            Annex annex = version.annexes().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
            if (annex == null || annex.file().erased()) {
                violations.add(new Violation("annexes", "这一版中没有所选的附件，或者它已经遮盖。"));
            } else if (used.contains(annex)) {
                violations.add(new Violation("annexes",
                        "附件《" + annex.file().name() + "》在现行的一版或者正在起草的一稿中还在使用，请先更正并移除它。"));
            } else {
                files.add(annex);
            }
        }
        return files;
    }

    /** What is found, each once. */
    private final class Marks {

        private final Set<RedactionMark> found = new LinkedHashSet<>();

        void add(Publication version, String passage) {
            version.words().forEach(
                    words -> Blackout.find(words.text(), passage).forEach(range -> add(version, words, range, false)));
        }

        void add(Publication version, PlacedText words, Range range, boolean whole) {
            found.add(new RedactionMark(version.id(), words.place(), words.project(), range.start(), range.end(), whole,
                    vault.digest("redaction", words.text().substring(range.start(), range.end()))));
        }

        Set<RedactionMark> all() {
            return found;
        }
    }
}
