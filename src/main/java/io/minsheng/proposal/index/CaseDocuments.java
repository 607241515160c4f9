package io.minsheng.proposal.index;

import java.time.format.DateTimeFormatter;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

import io.minsheng.platform.time.Shanghai;

/** Turns cases into documents of the index. */
final class CaseDocuments {

    /** Stands for the mark of the gist until there are vectors. */
    static final String NO_VECTORS = "-";

    /** Stands for the mark of the files until they are read. */
    static final String UNREAD = "-";

    /** The value of a field that is there or not. */
    static final String YES = "1";

    /** 2024-10. */
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM").withZone(Shanghai.ZONE);

    private CaseDocuments() {
    }

    /**
     * The document.
     *
     * @param vectors or null
     * @param files what is said in its files, masked; null until they are read
     */
    static Document of(IndexedCase each, SentenceVectors vectors, String files) {
        IndexedCase.Facts facts = each.facts();
        IndexedCase.Words words = each.words();
        Document document = new Document();
        document.add(new StringField(Field.ID, each.id(), Store.YES));
        document.add(new StoredField(Field.STAND, each.stand()));
        fact(document, Field.NUMBER, facts.number());
        fact(document, Field.CAMPAIGN, facts.campaign());
        fact(document, Field.CATEGORY, facts.category());
        fact(document, Field.TOWNSHIP, facts.township());
        fact(document, Field.CHANNEL, facts.channel().name());
        fact(document, Field.STAGE, facts.stage().name());
        fact(document, Field.PUBLIC_STAGE, facts.publicStage().name());
        fact(document, Field.DESK, facts.desk());
        fact(document, Field.MONTH, MONTH.format(facts.receivedAt()));
        for (String department : each.handling().departments()) {
            document.add(new StringField(Field.DEPARTMENT, department, Store.NO));
            document.add(new SortedSetDocValuesField(Field.DEPARTMENT, new BytesRef(department)));
        }
        if (each.handling().open()) {
            document.add(new LongField(Field.YELLOW_AT, each.handling().yellowAt(), Store.NO));
            document.add(new LongField(Field.RED_AT, each.handling().redAt(), Store.NO));
        }
        document.add(new NumericDocValuesField(Field.RECEIVED_AT, facts.receivedAt().toEpochMilli()));
        if (facts.shown()) {
            document.add(new StringField(Field.SHOWN, YES, Store.NO));
        }
        document.add(new TextField(Field.TITLE, words.title(), Store.YES));
        document.add(new SortedDocValuesField(Field.TITLE, new BytesRef(words.title())));
        if (words.publicTitle() != null) {
            document.add(new TextField(Field.PUBLIC_TITLE, words.publicTitle(), Store.YES));
        }
        document.add(new TextField(Field.PLACE, words.place(), Store.YES));
        document.add(new TextField(Field.TEXT, words.content() + "\n" + words.rest(), Store.YES));
        document.add(new TextField(Field.WORDS, words.title() + "\n" + words.place() + "\n" + words.content() + "\n"
                + words.rest(), Store.NO));
        String mark = each.files().mark();
        document.add(new StringField(Field.FILES_MARK, mark.isEmpty() || files != null ? mark : UNREAD, Store.YES));
        if (files != null && !files.isEmpty()) {
            document.add(new TextField(Field.FILES, files, Store.YES));
            document.add(new TextField(Field.WORDS_AND_FILES, words.title() + "\n" + words.place() + "\n" + words.content()
                    + "\n" + words.rest() + "\n" + files, Store.NO));
        }
        document.add(new StringField(Field.GIST, vectors == null ? NO_VECTORS : each.gistMark(), Store.YES));
        if (vectors != null) {
            document.add(new KnnFloatVectorField(Field.VECTOR, vectors.gist(), VectorSimilarityFunction.DOT_PRODUCT));
            document.add(new BinaryDocValuesField(Field.TITLE_VECTOR, vectors.title()));
        }
        return document;
    }

    private static void fact(Document document, String name, String value) {
        if (value != null) {
            document.add(new StringField(name, value, Store.YES));
            document.add(new SortedDocValuesField(name, new BytesRef(value)));
        }
    }
}
