package io.minsheng.proposal;

import java.util.List;
import java.util.stream.Stream;

import io.minsheng.platform.actor.Actor;

/** Owned here, implemented by triage: which suggestions want the same, in this campaign or an earlier one. */
public interface SimilarCases {

    /** How many there are at most. */
    int MOST = 5;

    /**
     * Like a text that somebody is about to send: public cases only, under their public titles.
     *
     * @param campaign code; cases of other campaigns come too, and say so
     * @param title may be empty
     * @param content may be empty
     * @return the most alike first, at most {@link #MOST}; empty while the index is being built
     */
    List<Similar> toText(String campaign, String title, String content);

    /**
     * Like a text that is no case yet, as far as the member of staff may see them.
     *
     * @param campaign code; cases of other campaigns come too, and say so
     * @param title may be empty
     * @param content may be empty
     */
    List<Similar> toText(String campaign, String title, String content, Actor actor);

    /**
     * Like a case, as far as the member of staff may see them.
     *
     * @throws io.minsheng.platform.error.Refusal 404 unknown or not theirs
     */
    List<Similar> toCase(String caseNumber, Actor actor);

    /**
     * The same among what is indexed by now: for who asks for one after the other, since to wait for the newest each time would
     * cost more than to compare.
     *
     * @throws io.minsheng.platform.error.Refusal 404 unknown or not theirs
     */
    List<Similar> toCaseAsIndexed(String caseNumber, Actor actor);

    /**
     * A case that wants the same.
     *
     * @param title the public one for the public, else the author's, masked
     * @param score 0 to 1
     * @param reasons why, in words for people; empty for the public
     * @param marked the title in pieces, those that both have in common marked
     * @param known 已有项目 or 往年建议, or null
     */
    record Similar(String caseNumber, String campaign, String title, Stage stage, double score, List<String> reasons,
            List<Piece> marked, String known) {

        /** All reasons, also that it is known already. */
        public List<String> why() {
            return known == null ? reasons : Stream.concat(reasons.stream(), Stream.of(known)).toList();
        }

        /** Whether it could join another case now. */
        public boolean mayJoin() {
            return MergeCase.mayJoin(stage);
        }

        /** Whether it could take others in. */
        public boolean mayTakeIn() {
            return MergeCase.mayTakeIn(stage);
        }
    }

    /** A piece of a title. */
    record Piece(String text, boolean common) {
    }
}
