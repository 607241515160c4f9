package io.minsheng.tracking;

import java.time.Instant;
import java.util.List;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.publication.answer.Satisfaction;
import io.quarkus.qute.TemplateData;

/**
 * What the author sees of a case: the public stage, nothing unreleased, no personal data (number and code may have been passed
 * on).
 *
 * @param holder who works on it now; empty when nobody does
 * @param next what comes next, one sentence; empty when nothing does
 * @param merged the case it is handled together with, or null
 */
@TemplateData
public record TrackedCase(Words words, Stage stage, String holder, String next, List<Event> timeline,
        List<WayOfCase.Place> way, Merged merged, Acts acts, Outcome outcome) {

    /** One sentence about the stage, for whoever reads. */
    public String wording() {
        return words.own() ? stage.publicWording() : "这条建议现在的状态：" + stage.label() + "。";
    }

    /** Whether the newest answer is of an earlier handling: the case was reopened and has not come to an end again. */
    public boolean handledAgain() {
        return outcome.answer() != null && (stage.takesAttachments() || stage.takesSupport());
    }

    /** Stages that concern nobody but the author look to others like the one before. */
    static Stage shownToOthers(Stage stage) {
        return stage == Stage.AWAITING_SUPPLEMENT ? Stage.TRIAGE : stage;
    }

    /**
     * The suggestion as it was registered; for those who support it, as everyone may see it.
     *
     * @param own whether the reader is its author
     * @param content null for others
     */
    @TemplateData
    public record Words(boolean own, String caseNumber, CampaignRules campaign, String title, String category,
            String categoryName, String townshipName, String content, Channel channel, Instant receivedAt,
            List<String> attachments) {
    }

    /**
     * The case it was merged into.
     *
     * @param caseNumber the one named at the merge
     * @param stage public stage of the main case, which stands for both
     */
    @TemplateData
    public record Merged(String caseNumber, Stage stage) {
    }

    /** A line of the time line. */
    @TemplateData
    public record Event(Instant at, Stage stage, String text) {

        /** Short words for the tag. */
        public String label() {
            return stage.label();
        }
    }

    /**
     * What the author can do now.
     *
     * @param question what is asked; null if nothing is
     */
    @TemplateData
    public record Acts(Question question, boolean mayAdd, boolean mayAttach, boolean mayWithdraw) {

        /** For those who only look on. */
        static final Acts NONE = new Acts(null, false, false, false);
    }

    /**
     * A question to the author.
     *
     * @param dueAt exclusive end of the last day; may be null
     */
    @TemplateData
    public record Question(String text, Instant dueAt) {
    }

    /**
     * What came of it.
     *
     * @param answer the newest that was released, or null
     * @param earlier answers from before the case was reopened, newest first
     * @param project may be null
     */
    @TemplateData
    public record Outcome(Answer answer, List<Answer> earlier, Project project) {
    }

    /**
     * A released answer.
     *
     * @param rating null until the author has rated it
     * @param mayBeRated whether the reader may rate it now
     */
    @TemplateData
    public record Answer(String text, Instant at, Rated rating, boolean mayBeRated) {
    }

    /**
     * What the author thinks of an answer.
     *
     * @param comment the author's words, or null
     */
    @TemplateData
    public record Rated(Satisfaction satisfaction, String comment, Instant at) {
    }

    /**
     * The published project that holds the suggestion.
     *
     * @param leads names of the leading departments
     * @param progress what was reported last; null before the first report
     * @param photo the newest that everyone may see, or null
     */
    @TemplateData
    public record Project(String id, String title, String target, String leads, String due, ProjectProgress.Month progress,
            ProjectProgress.Photo photo) {
    }
}
