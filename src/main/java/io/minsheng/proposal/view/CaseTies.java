package io.minsheng.proposal.view;

import java.time.Instant;
import java.util.List;

import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Tallies.Tally;

/**
 * How a case hangs together with others, as one reader may see it; made by {@link ViewTies}.
 *
 * @param into what it is merged into, or null
 * @param members all that is merged into it, directly or through another member; earliest first
 * @param tally the case with its members
 * @param addenda what authors of members added while they were merged
 * @param split what it is a part of, or its own parts; null when nothing was split
 */
public record CaseTies(Into into, List<Member> members, Tally tally, List<Addendum> addenda, Split split) {

    /**
     * The case that this one is merged into.
     *
     * @param caseNumber the case named at the merge
     * @param main the case that stands for both; the same unless that one is merged, too
     * @param settled whether it was answered with the main case and cannot be taken out any more
     */
    public record Into(String caseNumber, String main, String mainTitle, Stage mainStage, Stage mainPublicStage, Instant since,
            boolean settled) {
    }

    /**
     * A case that is merged into this one.
     *
     * @param author masked
     * @param into the case it was merged into, this one or another member
     * @param stage where it stood
     */
    public record Member(String caseNumber, String title, String author, String into, Stage stage, Instant receivedAt,
            Instant mergedAt) {
    }

    /** Words that the author of a member added. */
    public record Addendum(String caseNumber, String text, Instant receivedAt) {
    }

    /**
     * Parts of one mail or letter.
     *
     * @param from number of the case that was split; null when it is this one
     * @param parts numbers of the further cases made from it
     * @param sources what the author wrote, before each split
     */
    public record Split(String from, List<String> parts, List<Source> sources) {
    }

    /** What an author wrote before it was split. */
    public record Source(String title, String categoryName, String content, Instant splitAt) {
    }
}
