package io.minsheng.proposal.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jboss.logging.Logger;

/**
 * The index of one node as it lies on disk. One thread writes ({@link KeepIndex}), any number reads. What is not committed when
 * the node is killed is found missing at the next start.
 */
final class CaseIndex implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CaseIndex.class);
    private static final String VERSION = "version";
    private static final double BUFFER_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private CaseIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(Analysis.writing()).setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(true));
        writer.setLiveCommitData(Map.of(VERSION, Field.VERSION).entrySet());
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** Something to be read from one state of the index. */
    interface Reading<R> {
        R from(IndexSearcher searcher) throws IOException;
    }

    /**
     * Opens it; an index of another version or one that cannot be read is deleted and begun anew.
     *
     * @throws IOException the folder cannot be written, or another process holds it
     */
    static CaseIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!isReadable(folder)) {
            delete(folder);
        }
        return new CaseIndex(FSDirectory.open(folder));
    }

    private static boolean isReadable(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return Field.VERSION.equals(reader.getIndexCommit().getUserData().get(VERSION));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("检索索引无法读取，将从数据库重建：%s", e.getMessage());
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    <R> R read(Reading<R> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes cases, in the place of what was kept of them; vectors stay as long as the gist does, and what was read in files as
     * long as they are the same. Seen after {@link #show}.
     */
    void put(Collection<IndexedCase> cases) throws IOException {
        for (IndexedCase each : cases) {
            put(each, vectorsOf(each).orElse(null), filesOf(each).orElse(null));
        }
    }

    /** With new vectors. */
    void put(IndexedCase each, SentenceVectors vectors) throws IOException {
        put(each, vectors, filesOf(each).orElse(null));
    }

    /** With what was read in its files. */
    void put(IndexedCase each, String files) throws IOException {
        put(each, vectorsOf(each).orElse(null), files);
    }

    private void put(IndexedCase each, SentenceVectors vectors, String files) throws IOException {
        writer.updateDocument(new Term(Field.ID, each.id()), CaseDocuments.of(each, vectors, files));
    }

    void remove(Collection<String> ids) throws IOException {
        for (String id : ids) {
            writer.deleteDocuments(new Term(Field.ID, id));
        }
    }

    /** Lets readers see what was written. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
    }

    /** How each case stands in the index, by its id. */
    Map<String, String> stands() {
        return read(searcher -> {
            Map<String, String> stands = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                StoredFields stored = leaf.reader().storedFields();
                for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                    if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(i)) {
                        Document document = stored.document(i, Set.of(Field.ID, Field.STAND));
                        stands.put(document.get(Field.ID), document.get(Field.STAND));
                    }
                }
            }
            return stands;
        });
    }

    /** How some of the cases stand in the index, by their ids; those it does not know are left out. */
    Map<String, String> stands(Collection<String> ids) {
        return read(searcher -> {
            Map<String, String> stands = new HashMap<>();
            for (String id : ids) {
                TopDocs found = searcher.search(new TermQuery(new Term(Field.ID, id)), 1);
                if (found.scoreDocs.length > 0) {
                    stands.put(id, searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Field.STAND))
                            .get(Field.STAND));
                }
            }
            return stands;
        });
    }

    /** Ids of cases that have no vectors yet. */
    List<String> withoutVectors(int limit) {
        return with(new Term(Field.GIST, CaseDocuments.NO_VECTORS), limit);
    }

    /** Ids of cases whose files are not read yet. */
    List<String> withUnreadFiles(int limit) {
        return with(new Term(Field.FILES_MARK, CaseDocuments.UNREAD), limit);
    }

    private List<String> with(Term term, int limit) {
        return read(searcher -> {
            TopDocs found = searcher.search(new TermQuery(term), limit);
            StoredFields stored = searcher.storedFields();
            String[] ids = new String[found.scoreDocs.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = stored.document(found.scoreDocs[i].doc, Set.of(Field.ID)).get(Field.ID);
            }
            return List.of(ids);
        });
    }

    private Optional<String> filesOf(IndexedCase each) {
        return read(searcher -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Field.ID, each.id())), 1);
            if (each.files().ids().isEmpty() || found.scoreDocs.length == 0) {
                return Optional.empty();
            }
            Document kept = searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Field.FILES_MARK, Field.FILES));
            return kept.get(Field.FILES_MARK).equals(each.files().mark())
                    ? Optional.of(Objects.requireNonNullElse(kept.get(Field.FILES), ""))
                    : Optional.empty();
        });
    }

    private Optional<SentenceVectors> vectorsOf(IndexedCase each) {
        return read(searcher -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Field.ID, each.id())), 1);
            if (found.scoreDocs.length == 0) {
                return Optional.empty();
            }
            int number = found.scoreDocs[0].doc;
            String mark = searcher.storedFields().document(number, Set.of(Field.GIST)).get(Field.GIST);
            return mark.equals(each.gistMark()) ? vectors(searcher, number) : Optional.empty();
        });
    }

    /** The vectors of a document. */
    static Optional<SentenceVectors> vectors(IndexSearcher searcher, int number) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        BinaryDocValues titles = leaf.reader().getBinaryDocValues(Field.TITLE_VECTOR);
        Optional<float[]> gist = vector(searcher, number);
        return gist.isEmpty() || titles == null || !titles.advanceExact(number - leaf.docBase) ? Optional.empty()
                : Optional.of(new SentenceVectors(gist.get(), BytesRef.deepCopyOf(titles.binaryValue())));
    }

    /** The vector of a document's gist. */
    static Optional<float[]> vector(IndexSearcher searcher, int number) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(Field.VECTOR);
        int wanted = number - leaf.docBase;
        return values == null || values.advance(wanted) != wanted ? Optional.empty()
                : Optional.of(values.vectorValue().clone());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
