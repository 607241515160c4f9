package io.minsheng.proposal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.minsheng.platform.file.ScanKind;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MergeCase;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.SplitCase;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Target;

/**
 * A case as one member of staff may see it: codes with their names, contact data masked, free text masked for those who may not
 * read originals. Made by {@link ViewCase}, shown by {@code tags/caseSummary.html}.
 *
 * @param files empty for those who may not read originals
 * @param hiddenFiles how many files there are that the reader may not open
 * @param question the question that waits for the author's answer, or null
 * @param ties how it hangs together with other cases
 */
public record CaseView(String caseNumber, String campaign, Standing standing, Words words, Origin origin, Person person,
        List<File> files, int hiddenFiles, List<Addendum> supplements, Question question, List<Line> timeline, CaseTies ties) {

    /** The title as the author wrote it (masked where needed). */
    public String title() {
        return words.title();
    }

    /** Whether it could join another case now. */
    public boolean mayJoin() {
        return MergeCase.mayJoin(stage());
    }

    /** Whether it could take others in now. */
    public boolean mayTakeIn() {
        return MergeCase.mayTakeIn(stage());
    }

    /** Whether it could be split now. */
    public boolean maySplit() {
        return SplitCase.maySplit(stage());
    }

    public Stage stage() {
        return standing.stage();
    }

    /**
     * Where the case stands.
     *
     * @param publicStage what the author may know
     * @param disposition how it ended, or null
     */
    public record Standing(Stage stage, Stage publicStage, Instant since, Disposition disposition, String dispositionReason,
            boolean late, boolean urgent, String urgentReason) {
    }

    /**
     * The form 征集表; texts may be null but title and content.
     *
     * @param publicTitle under which everyone may see it, or null
     */
    public record Words(String title, String publicTitle, String category, String categoryName, String content, String reason,
            String township, String townshipName, String place, String beneficiaries, Target target) {
    }

    /**
     * How it came; dates of paper and desk may be null.
     *
     * @param privacyVersion the version of the notice on personal data that the author was told; null before there were any
     * @param agreed whether the author agreed to it, else it was told
     */
    public record Origin(Channel channel, Instant receivedAt, LocalDate receivedOn, LocalDate postmarkedOn, String desk,
            String deskName, String registeredBy, String sourceMessage, Integer privacyVersion, boolean agreed) {
    }

    /**
     * Who proposes.
     *
     * @param contact masked
     * @param mayReveal whether the reader may see it in full, as a logged act with a purpose
     */
    public record Person(ProposerKind kind, Contact contact, boolean replyWanted, boolean mayReveal) {
    }

    /** A file of the case. */
    public record File(String id, String name, String mediaType, long size, Attachment.Kind kind, Instant addedAt) {

        /** Which kind of photo or scan it is, if it is one. */
        public Optional<ScanKind> scan() {
            return ScanKind.ofChecked(mediaType);
        }

        /** 1.2 MB, 340 KB. */
        public String sizeText() {
            return size >= 1 << 20 ? "%.1f MB".formatted(size / 1048576.0) : Math.max(1, size / 1024) + " KB";
        }
    }

    /** Words that the author added. */
    public record Addendum(String text, Channel channel, Instant receivedAt, boolean answersQuestion) {
    }

    /** A question that waits for its answer. */
    public record Question(String text, Instant askedAt, Instant dueAt) {
    }

    /**
     * One thing that happened.
     *
     * @param who name of who did it
     * @param text for the author; null when it concerns colleagues only
     * @param internal for colleagues, or null
     * @param released whether the author may see it already
     */
    public record Line(Instant at, Stage stage, String who, String text, String internal, boolean released) {
    }
}
