package io.minsheng.tracking.api;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.implementation.PhotoAnswer;
import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.InTurn;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.tracking.ActOnOwnCase;
import io.minsheng.tracking.TrackCase;
import io.minsheng.tracking.TrackedCase;

/** The public calls about one's own suggestion; number and query code are the key. */
@Path("/api/v1/proposals/{caseNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公众")
public class TrackingResource {

    private final TrackCase track;
    private final ActOnOwnCase acts;
    private final PublicUrl url;

    TrackingResource(TrackCase track, ActOnOwnCase acts, PublicUrl url) {
        this.track = track;
        this.acts = acts;
        this.url = url;
    }

    /**
     * The case as its author may see it.
     *
     * @param mergedInto number of the case it is handled together with; {@code mainStage} is where that one stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CaseAnswer(String caseNumber, String title, String category, Channel channel, OffsetDateTime receivedAt,
            StageAnswer stage, List<EventAnswer> timeline, AnswerAnswer answer, List<AnswerAnswer> earlierAnswers,
            String mergedInto, StageAnswer mainStage, ProjectAnswer project, QuestionAnswer supplementRequest) {
    }

    /** A stage with its meaning. */
    public record StageAnswer(Stage code, String label, String description) {

        static StageAnswer of(Stage stage) {
            return new StageAnswer(stage, stage.label(), stage.publicWording());
        }
    }

    /** A line of the time line. */
    public record EventAnswer(OffsetDateTime at, Stage stage, String text) {
    }

    /** A released answer; {@code rating} once its author has rated it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswerAnswer(String text, OffsetDateTime at, RatingAnswer rating) {
    }

    /** What the author thinks of it, 1 to 5. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RatingAnswer(int score, String label, String comment, OffsetDateTime at) {
    }

    /** The published project; {@code photo} the newest that everyone may see. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProjectAnswer(String id, String title, String target, String leads, String due, ProgressAnswer progress,
            PhotoAnswer photo) {

        static ProjectAnswer of(TrackedCase.Project project, PublicUrl url) {
            return new ProjectAnswer(project.id(), project.title(), project.target(), project.leads(), project.due(),
                    project.progress() == null ? null : ProgressAnswer.of(project.progress()),
                    PhotoAnswer.of(project.photo(), url));
        }
    }

    /** What was reported last about the project. */
    public record ProgressAnswer(String month, ProgressStatus status, String statusLabel, String text) {

        static ProgressAnswer of(ProjectProgress.Month month) {
            return new ProgressAnswer(month.month(), month.status(), month.status().label(), month.text());
        }
    }

    /** The question that waits for an answer; {@code dueAt} is the exclusive end. */
    public record QuestionAnswer(String question, OffsetDateTime dueAt) {
    }

    /** Body of a supplement. */
    public record SupplementBody(String text) {
    }

    /** Body of a rating: 1 to 5, and words or none. */
    public record RatingBody(Integer score, String comment) {
    }

    /** Body of a withdrawal. */
    public record WithdrawalBody(String reason) {
    }

    @GET
    @Operation(summary = "查询自己的建议，或自己附议的建议", description = "附议查询码只能查看公开标题、环节和答复。")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    @InTurn
    public CaseAnswer track(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code) {
        return answer(track.track(caseNumber, code));
    }

    @POST
    @Path("/supplement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "补充说明，或回答提问")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public CaseAnswer supplement(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code,
            SupplementBody body) {
        acts.supplement(caseNumber, code, needed(body).text());
        return answer(track.track(caseNumber, code));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "撤回自己的建议")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public CaseAnswer withdraw(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code,
            WithdrawalBody body) {
        acts.withdraw(caseNumber, code, needed(body).reason());
        return answer(track.track(caseNumber, code));
    }

    @POST
    @Path("/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    @Operation(summary = "评价答复", description = "每份答复评价一次，score 为 1（很不满意）到 5（很满意）。")
    public CaseAnswer rate(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code, RatingBody body) {
        RatingBody rating = needed(body);
        acts.rate(caseNumber, code, rating.score(), rating.comment());
        return answer(track.track(caseNumber, code));
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交内容。");
        }
        return body;
    }

    private CaseAnswer answer(TrackedCase tracked) {
        TrackedCase.Words words = tracked.words();
        TrackedCase.Merged merged = tracked.merged();
        TrackedCase.Project project = tracked.outcome().project();
        TrackedCase.Question question = tracked.acts().question();
        return new CaseAnswer(words.caseNumber(), words.title(), words.category(), words.channel(),
                Shanghai.iso(words.receivedAt()),
                new StageAnswer(tracked.stage(), tracked.stage().label(), tracked.wording()),
                tracked.timeline().stream().map(each -> new EventAnswer(Shanghai.iso(each.at()), each.stage(), each.text()))
                        .toList(),
                answer(tracked.outcome().answer()),
                tracked.outcome().earlier().stream().map(TrackingResource::answer).toList(),
                merged == null ? null : merged.caseNumber(), merged == null ? null : StageAnswer.of(merged.stage()),
                project == null ? null : ProjectAnswer.of(project, url),
                question == null ? null : new QuestionAnswer(question.text(), Shanghai.iso(question.dueAt())));
    }

    private static AnswerAnswer answer(TrackedCase.Answer answer) {
        return answer == null ? null : new AnswerAnswer(answer.text(), Shanghai.iso(answer.at()), rating(answer.rating()));
    }

    private static RatingAnswer rating(TrackedCase.Rated rating) {
        return rating == null ? null
                : new RatingAnswer(rating.satisfaction().score(), rating.satisfaction().label(), rating.comment(),
                        Shanghai.iso(rating.at()));
    }
}
