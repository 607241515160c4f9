package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.index.Grams;
import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.NearCases.Around;
import io.minsheng.proposal.index.NearCases.Near;
import io.minsheng.proposal.index.NearCases.Probe;
import io.minsheng.proposal.index.Readers;
import io.minsheng.triage.similar.Likeness.Said;

/** Chooses from the cases nearby those that want the same, and says why. */
@ApplicationScoped
class FindSimilar implements SimilarCases {

    private static final Set<Stage> PROJECT = EnumSet.of(Stage.PUBLISHED, Stage.IMPLEMENTING, Stage.COMPLETED);
    private static final double SAME_MEANING = 0.72;

    private final NearCases near;
    private final Readers readers;
    private final CaseAccess access;
    private final Synonyms synonyms;
    private final Places places;

    FindSimilar(NearCases near, Readers readers, CaseAccess access, Synonyms synonyms, Places places) {
        this.near = near;
        this.readers = readers;
        this.access = access;
        this.synonyms = synonyms;
        this.places = places;
    }

    /** The text that something is to be like. */
    private record Text(String campaign, String title, String content, Said said, Collection<String> alternatives) {

        /**
         * Also those of the words as they were written, and of others for the same: the index does not know what is canonical.
         */
        Set<String> grams() {
            Set<String> grams = new LinkedHashSet<>(said.all());
            grams.addAll(Grams.of(title + "\n" + content));
            alternatives.forEach(each -> grams.addAll(Grams.of(each)));
            return grams;
        }

        String gist() {
            return NearCases.gist(title, content);
        }
    }

    @Override
    public List<Similar> toText(String campaign, String title, String content) {
        near.settle();
        Text text = text(campaign, title, content, null);
        return near.around(new Probe(text.gist(), text.grams(), true, null, null))
                .map(around -> ranked(text, around, true)).orElse(List.of());
    }

    @Override
    @Transactional
    public List<Similar> toText(String campaign, String title, String content, Actor actor) {
        near.settle();
        return forStaff(text(campaign, Masking.freeText(title), Masking.freeText(content), null), actor, null);
    }

    @Override
    @Transactional
    public List<Similar> toCase(String caseNumber, Actor actor) {
        near.settle();
        return toCaseAsIndexed(caseNumber, actor);
    }

    @Override
    @Transactional
    public List<Similar> toCaseAsIndexed(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        String title = Masking.freeText(proposal.title());
        String content = Masking.freeText(proposal.content());
        return forStaff(text(proposal.campaign(), title, content, proposal.township()), actor, caseNumber);
    }

    private List<Similar> forStaff(Text text, Actor actor, String except) {
        return near.around(new Probe(text.gist(), text.grams(), false, readers.of(actor), except))
                .map(around -> ranked(text, around, false)).orElse(List.of());
    }

    private Text text(String campaign, String title, String content, String township) {
        SynonymTable table = synonyms.table();
        return new Text(campaign, title, content, said(table, title, content, township),
                table.alternatives(title + "\n" + content));
    }

    private Said said(SynonymTable table, String title, String content, String township) {
        String canonical = table.canonical(title);
        return Said.of(canonical, table.canonical(content), places.of(title + "\n" + content, township));
    }

    /** A case that is alike, not yet told to anybody. */
    private record Alike(Near near, Said said, double score) {
    }

    private List<Similar> ranked(Text text, Around around, boolean forEveryone) {
        List<Alike> alike = new ArrayList<>();
        SynonymTable table = synonyms.table();
        for (Near each : around.cases()) {
            Said other = said(table, each.title(), each.place() + "\n" + each.text(), each.township());
            double score = Likeness.of(text.said(), other, around.weights(), each.meaning());
            if (score >= Likeness.THRESHOLD) {
                alike.add(new Alike(each, other, score));
            }
        }
        return alike.stream().sorted(Comparator.comparing(Alike::score).reversed()).limit(MOST)
                .map(each -> similar(text, each, around.weights(), forEveryone)).toList();
    }

    private Similar similar(Text text, Alike alike, Map<String, Double> weights, boolean forEveryone) {
        Near each = alike.near();
        String title = forEveryone ? each.publicTitle() : each.title();
        Stage stage = forEveryone ? each.publicStage() : each.stage();
        return new Similar(each.number(), each.campaign(), title, stage, Math.round(Math.min(1, alike.score()) * 100) / 100.0,
                forEveryone ? List.of() : reasons(text, each, alike.said(), weights),
                Comparison.marked(title, Grams.of(text.title() + "\n" + text.content())), known(text, each, stage));
    }

    private static String known(Text text, Near each, Stage stage) {
        if (PROJECT.contains(stage)) {
            return "已有项目";
        }
        return each.campaign().equals(text.campaign()) ? null : "往年建议";
    }

    private List<String> reasons(Text text, Near each, Said other, Map<String, Double> weights) {
        List<String> reasons = new ArrayList<>();
        List<String> words = Comparison.words(text.title() + "\n" + text.content(),
                Grams.of(each.title() + "\n" + each.text()), weights);
        if (!words.isEmpty()) {
            reasons.add("都提到：" + String.join("、", words));
        }
        List<String> same = text.said().places().stream().filter(other.places()::contains).map(places::nameOf).toList();
        if (!same.isEmpty()) {
            reasons.add("地点相同：" + String.join("、", same));
        }
        if (each.meaning() != null && each.meaning().gist() >= SAME_MEANING) {
            reasons.add("意思相近");
        }
        return reasons;
    }
}
