package io.minsheng.triage.similar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;
import io.minsheng.triage.similar.Synonyms.Row;

/** The office says which words mean the same. It counts at once, and each change is audited. */
@ApplicationScoped
public class KeepSynonyms {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 20;
    private static final int MOST = 40;

    private final SynonymRows rows;
    private final Synonyms synonyms;
    private final InstantSource clock;
    private final Event<Act> acts;
    private final Event<Changed> changes;

    KeepSynonyms(SynonymRows rows, Synonyms synonyms, InstantSource clock, Event<Act> acts, Event<Changed> changes) {
        this.rows = rows;
        this.synonyms = synonyms;
        this.clock = clock;
        this.acts = acts;
        this.changes = changes;
    }

    record Changed() {
    }

    /**
     * Adds a row, or gives one other words.
     *
     * @param typed words, with 、 or another sign or space between them
     * @throws Refusal 400 {@code word} or {@code others}: too short or long, or in another row already; 409 somebody
     *         adds the same word
     */
    @Transactional
    public Row say(String word, String typed, Actor actor) {
        String clean = Texts.cleanOrNull(word);
        List<String> others = typed == null ? List.of()
                : Arrays.stream(typed.split("[\\s、，,；;]+")).map(Texts::cleanOrNull).filter(each -> each != null).distinct()
                        .toList();
        check(clean, others);
        SynonymRow row = rows.findById(clean);
        if (row == null) {
            row = new SynonymRow(clean);
            row.say(others, actor.username(), clock.instant());
            rows.persist(row);
        } else {
            row.say(others, actor.username(), clock.instant());
        }
        write();
        told("SYNONYMS_CHANGED", clean, String.join("、", others), actor);
        return new Row(clean, others, synonyms.shippedWords().contains(clean), true);
    }

    /**
     * Takes a row away; one that the program brings can be brought back.
     *
     * @throws Refusal 404 there is no such row
     */
    @Transactional
    public void remove(String word, Actor actor) {
        Row known = known(word);
        SynonymRow row = rows.findById(word);
        if (!known.shipped()) {
            rows.delete(row);
        } else if (row == null) {
            row = new SynonymRow(word);
            row.takeAway(actor.username(), clock.instant());
            rows.persist(row);
        } else {
            row.takeAway(actor.username(), clock.instant());
        }
        write();
        told("SYNONYMS_REMOVED", word, "", actor);
    }

    /**
     * Brings back the row as it comes with the program.
     *
     * @throws Refusal 404 the program brings none for this word; 400 one of its words is in another row now
     */
    @Transactional
    public void restore(String word, Actor actor) {
        if (!known(word).shipped()) {
            throw Refusal.notFound("程序没有附带这一组词。");
        }
        SynonymRow row = rows.findById(word);
        if (row != null) {
            check(word, SynonymTable.shipped().get(word));
            rows.delete(row);
            told("SYNONYMS_RESTORED", word, "", actor);
        }
    }

    /** Writes it now: a unique key may tell that somebody else was quicker. */
    private void write() {
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw ConcurrentChange.caused(e) ? Refusal.conflict("刚才有人改了同一组词，请核对后再保存。") : e;
        }
    }

    void counts(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        synonyms.changed();
    }

    private Row known(String word) {
        return synonyms.all().stream().filter(each -> each.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一组词。"));
    }

    private void check(String word, List<String> others) {
        List<Violation> violations = new ArrayList<>();
        if (!fits(word)) {
            violations.add(new Violation("word", "请填写 " + SHORTEST + " 至 " + LONGEST + " 个字的词。"));
        }
        if (others.isEmpty() || others.size() > MOST || !others.stream().allMatch(KeepSynonyms::fits)) {
            violations
                    .add(new Violation("others", "请填写 1 至 " + MOST + " 个同义词，每个 " + SHORTEST + " 至 " + LONGEST + " 个字，用顿号分开。"));
        }
        for (String each : others) {
            if (each.equals(word)) {
                violations.add(new Violation("others", "“" + each + "”就是这一组的词。"));
            }
        }
        if (violations.isEmpty()) {
            taken(word, others, violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private void taken(String word, List<String> others, List<Violation> violations) {
        for (Row row : synonyms.all()) {
            if (row.removed() || row.word().equals(word)) {
                continue;
            }
            if (row.others().contains(word)) {
                violations.add(new Violation("word", "“" + word + "”已经在“" + row.word() + "”一组里。"));
            }
            Stream.concat(Stream.of(row.word()), row.others().stream()).filter(others::contains).forEach(each -> violations
                    .add(new Violation("others", "“" + each + "”已经在“" + row.word() + "”一组里。")));
        }
    }

    private static boolean fits(String word) {
        return word != null && Texts.codePoints(word) >= SHORTEST && Texts.codePoints(word) <= LONGEST
                && word.codePoints().allMatch(Character::isLetterOrDigit);
    }

    private void told(String action, String word, String detail, Actor actor) {
        acts.fire(new Act(actor.username(), action, "SYNONYMS", word, null, detail));
        changes.fire(new Changed());
    }
}
