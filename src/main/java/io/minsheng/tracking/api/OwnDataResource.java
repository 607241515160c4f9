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
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.tracking.AskAboutOwnData;
import io.minsheng.tracking.DataRequest;
import io.minsheng.tracking.OwnData;
import io.minsheng.tracking.SeeOwnData;
import io.minsheng.tracking.SentDataRequest;

/** The calls about the own personal data; number and query code are the key. */
@Path("/api/v1/proposals/{caseNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公众")
public class OwnDataResource {

    private final AskAboutOwnData ask;
    private final SeeOwnData see;

    OwnDataResource(AskAboutOwnData ask, SeeOwnData see) {
        this.ask = ask;
        this.see = see;
    }

    /** A request and what came of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RequestAnswer(String id, DataRequest.Kind kind, DataRequest.State state, OffsetDateTime requestedAt,
            String answer, OffsetDateTime answeredAt) {

        static RequestAnswer of(DataRequest request) {
            return new RequestAnswer(request.id(), request.kind(), request.state(), Shanghai.iso(request.requestedAt()),
                    request.answer(), request.answeredAt() == null ? null : Shanghai.iso(request.answeredAt()));
        }
    }

    @GET
    @Path("/data-requests")
    @Operation(summary = "自己提出的本人信息申请")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public List<RequestAnswer> list(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code) {
        return ask.askedBy(caseNumber, code).stream().map(RequestAnswer::of).toList();
    }

    @POST
    @Path("/data-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "申请查阅、更正或者删除本人信息", description = "kind 为 SEE、CORRECT（须填 contact）或 ERASE（须填 understood: true）；由负责人核对后办理。")
    @PerAddress(value = "data", calls = 60, minutes = 10)
    public Response ask(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code, SentDataRequest body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交内容。");
        }
        return Response.status(Response.Status.CREATED).entity(RequestAnswer.of(ask.ask(caseNumber, code, body))).build();
    }

    @GET
    @Path("/personal-data")
    @Operation(summary = "查阅本人信息", description = "申请查阅获同意后 15 天内。")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public OwnData see(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code) {
        return see.see(caseNumber, code);
    }
}
