package io.minsheng.proposal.index;

import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How texts are taken apart: into single characters and pairs of them, and, in one field, into words. */
final class Analysis {

    private static final Analyzer WORDS = new SmartChineseAnalyzer();

    private Analysis() {
    }

    /** For writing: characters and pairs at the places where they stand. */
    static Analyzer writing() {
        return new PerFieldAnalyzerWrapper(new Pairs(true), Map.of(Field.WORDS, WORDS, Field.WORDS_AND_FILES, WORDS));
    }

    /** For finding a run of characters just as it was written: pairs only, so that a phrase is a run. */
    static Analyzer runs() {
        return new Pairs(false);
    }

    static Analyzer words() {
        return WORDS;
    }

    private static final class Pairs extends Analyzer {

        private static final int SCRIPTS = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL;

        private final boolean singles;

        Pairs(boolean singles) {
            this.singles = singles;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream plain = new LowerCaseFilter(new CJKWidthFilter(source));
            return new TokenStreamComponents(source, new CJKBigramFilter(plain, SCRIPTS, singles));
        }
    }
}
