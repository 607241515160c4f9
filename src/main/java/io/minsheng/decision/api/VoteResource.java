package io.minsheng.decision.api;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.decision.CastBallot;
import io.minsheng.decision.RunVote;
import io.minsheng.decision.ViewVote;
import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.decision.VoteState;
import io.minsheng.decision.VoteView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** Votes on frozen lists. */
@Path("/api/v1/lists/{id}/vote")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class VoteResource {

    private final RunVote runVote;
    private final CastBallot castBallot;
    private final ViewVote viewVote;
    private final CurrentActor actor;

    VoteResource(RunVote runVote, CastBallot castBallot, ViewVote viewVote, CurrentActor actor) {
        this.runVote = runVote;
        this.castBallot = castBallot;
        this.viewVote = viewVote;
        this.actor = actor;
    }

    /** A ballot: ids of candidates, when ranked the best first. */
    public record BallotBody(List<String> items) {
    }

    /** Which of the candidates with the same result get the seats that are left, and why. */
    public record TieBody(List<String> items, String reason) {
    }

    /** Why a void vote is opened anew. */
    public record AgainBody(String reason) {
    }

    /** An earlier vote that too few took part in. */
    public record VoidAnswer(Terms terms, int ballots, OffsetDateTime openedAt, OffsetDateTime closedAt, String reason,
            String repeatedBy) {

        static VoidAnswer of(VoteView.Voided vote) {
            return new VoidAnswer(vote.terms(), vote.ballots(), Shanghai.iso(vote.openedAt()), Shanghai.iso(vote.closedAt()),
                    vote.reason(), vote.repeatedBy());
        }
    }

    /** A vote; counts only once it is closed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VoteAnswer(VoteState state, Terms terms, OffsetDateTime openedAt, OffsetDateTime closedAt, int ballots,
            List<String> voters, boolean voted, Integer needed, Integer seatsLeft, String tieReason, List<RowAnswer> results,
            List<VoidAnswer> voided) {

        static VoteAnswer of(VoteView vote) {
            return new VoteAnswer(vote.state(), vote.terms(), Shanghai.iso(vote.openedAt()), Shanghai.iso(vote.closedAt()),
                    vote.ballots(), vote.voters(), vote.voted(), vote.isCounted() ? vote.needed() : null,
                    vote.isCounted() ? vote.seatsLeft() : null, vote.tieReason(),
                    vote.isCounted() ? vote.rows().stream().map(RowAnswer::of).toList() : null,
                    vote.voided().stream().map(VoidAnswer::of).toList());
        }
    }

    /** What a candidate has got. */
    public record RowAnswer(String item, String title, int ballots, int points, boolean elected, boolean tied) {

        static RowAnswer of(VoteView.Row row) {
            return new RowAnswer(row.item(), row.title(), row.ballots(), row.points(), row.elected(), row.tied());
        }
    }

    @GET
    @Operation(summary = "名单的投票", description = "结束前不显示计票；不保存选票，无法知道谁投了什么。")
    public VoteAnswer show(@PathParam("id") String id) {
        return answer(id);
    }

    @POST
    @Operation(summary = "对已确定的名单开始投票（CHIEF）")
    public Response open(@PathParam("id") String id) {
        runVote.open(id, actor.get());
        return Response.status(Response.Status.CREATED).entity(answer(id)).build();
    }

    @POST
    @Path("/ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "投票（LEADER），每人一次")
    public VoteAnswer cast(@PathParam("id") String id, BallotBody body) {
        castBallot.cast(id, given(body, "items").items(), actor.get());
        return answer(id);
    }

    @POST
    @Path("/close")
    @Operation(summary = "结束投票并计票（CHIEF）")
    public VoteAnswer close(@PathParam("id") String id) {
        runVote.close(id, actor.get());
        return answer(id);
    }

    @POST
    @Path("/again")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "票数不足而无效的投票重新开始（CHIEF），原因记录在案")
    public VoteAnswer again(@PathParam("id") String id, AgainBody body) {
        runVote.repeat(id, given(body, "reason").reason(), actor.get());
        return answer(id);
    }

    @POST
    @Path("/tie")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "决定并列事项（CHIEF），理由记录在案")
    public VoteAnswer settle(@PathParam("id") String id, TieBody body) {
        TieBody tie = given(body, "items");
        runVote.settle(id, tie.items(), tie.reason(), actor.get());
        return answer(id);
    }

    private VoteAnswer answer(String id) {
        return viewVote.of(id, actor.get()).map(VoteAnswer::of).orElseThrow(() -> Refusal.notFound("这份名单没有投票。"));
    }

    private static <B> B given(B body, String field) {
        if (body == null) {
            throw Refusal.invalid(field, "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
