package io.minsheng.proposal.index;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;

/**
 * What the index keeps of a case. Texts are masked as they are to a reader who may not see originals, so that no search finds a
 * person by a telephone number or a name, and nothing personal lies in the files of the index.
 *
 * @param id of the register
 * @param stand which of its changes are in here; see {@link ReadCases}
 */
record IndexedCase(String id, String stand, Facts facts, Handling handling, Words words, Files files) {

    /**
     * What lists are filtered and sorted by.
     *
     * @param shown whether everyone may know of it
     */
    record Facts(String number, String campaign, String category, String township, Channel channel, Stage stage,
            Stage publicStage, String desk, Instant receivedAt, boolean shown) {
    }

    /**
     * Who has to do with it, and until when.
     *
     * @param departments that have or had a task on it
     * @param open whether a task on it runs; one of a merged case stands still
     * @param yellowAt when the first of the open tasks turns yellow, as milliseconds of the epoch
     * @param redAt when the first of them turns red
     */
    record Handling(SortedSet<String> departments, boolean open, long yellowAt, long redAt) {

        static final Handling NONE = new Handling(new TreeSet<>(), false, Long.MAX_VALUE, Long.MAX_VALUE);

        /** Changes whenever one of them does. */
        String mark() {
            return Integer.toHexString(hashCode());
        }
    }

    /**
     * What people wrote; masked.
     *
     * @param publicTitle null unless triage gave one
     * @param rest reason, people, target, what was added later
     */
    record Words(String title, String publicTitle, String place, String content, String rest) {
    }

    /**
     * The documents and scans that belong to it.
     *
     * @param ids of the stored files, without those erased
     * @param names of people to mask in what they say
     */
    record Files(List<String> ids, List<String> names) {

        static final Files NONE = new Files(List.of(), List.of());

        /** Tells whether what was read in them before is still all; empty where there are none. */
        String mark() {
            return ids.isEmpty() ? "" : Integer.toHexString(ids.hashCode()) + "." + ids.size();
        }
    }

    /** Title and beginning of the content, for the sentence vector. */
    String gist() {
        return NearCases.gist(words.title(), words.content());
    }

    /** Tells whether a vector kept in the index is that of this gist. */
    String gistMark() {
        String gist = gist();
        return Integer.toHexString(gist.hashCode()) + "." + gist.length();
    }
}
