package io.minsheng.proposal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.index.NearCases.Around;
import io.minsheng.proposal.index.NearCases.Probe;

/** An index in a folder of its own, without a database, for measuring. */
public final class TrialIndex implements AutoCloseable {

    private final CaseIndex index;
    private final FacetCounts facetCounts = new FacetCounts();
    private final SentenceModel model;

    public TrialIndex(Path folder, boolean vectors) throws IOException {
        this.index = CaseIndex.open(folder.resolve("index"));
        this.model = new SentenceModel("on", Files.createDirectories(folder));
        if (vectors) {
            model.load();
        }
    }

    public void add(String number, String title, String content) throws IOException {
        IndexedCase each = indexed(number, title, content);
        index.put(each, model.vectors(each).orElse(null));
    }

    /** With vectors that were made elsewhere. */
    public void add(String number, String title, String content, float[] gist, float[] ofTitle) throws IOException {
        index.put(indexed(number, title, content), SentenceVectors.of(gist, ofTitle));
    }

    private static IndexedCase indexed(String number, String title, String content) {
        return new IndexedCase(number, "", new IndexedCase.Facts(number, "TRIAL", "OTHER", null, Channel.WEB,
                Stage.RECEIVED, Stage.RECEIVED, null, Instant.EPOCH, false), IndexedCase.Handling.NONE,
                new IndexedCase.Words(title, null, "", content, ""), IndexedCase.Files.NONE);
    }

    public void show() throws IOException {
        index.show();
        index.commit();
    }

    /** Null without a model. */
    public float[] vector(String text) {
        return model.vector(text).orElse(null);
    }

    /** Finds a first page and counts everything found; tells how many there are. */
    public int search(String words) {
        SearchCases search = new SearchCases(null, InstantSource.system());
        CaseQuery query = new CaseQuery(words, Map.of(), new CaseQuery.Reader(true, null, List.of(), true));
        return index.read(searcher -> {
            facetCounts.of(searcher, query, search::wanted);
            return (int) SearchCases.found(searcher, search.wanted(query), new Paging(0, 20, SearchCases.RELEVANCE, false))
                    .total();
        });
    }

    public Around around(Probe probe) {
        float[] vector = model.vector(probe.gist()).orElse(null);
        return index.read(searcher -> NearCases.around(searcher, probe, vector));
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
