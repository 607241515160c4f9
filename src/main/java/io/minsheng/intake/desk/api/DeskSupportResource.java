package io.minsheng.intake.desk.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.SupportAtDesk;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Supporter;

/** 附议 that a clerk enters for somebody. */
@Path("/api/v1/desk/supports")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
@Tag(name = "窗口")
public class DeskSupportResource {

    private final SupportAtDesk supportAtDesk;
    private final CurrentActor currentActor;

    DeskSupportResource(SupportAtDesk supportAtDesk, CurrentActor currentActor) {
        this.supportAtDesk = supportAtDesk;
        this.currentActor = currentActor;
    }

    /** Who supports which public suggestion; telephone or e-mail is needed. */
    public record SentSupport(String caseNumber, String name, String phone, String email, String text) {
    }

    /** The code by which the person follows the suggestion, in the clear, the only time. */
    public record SupportAnswer(String supportCode) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "代为登记附议")
    public Response support(SentSupport body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交附议内容。");
        }
        String code = supportAtDesk.support(body.caseNumber(),
                new Supporter(body.name(), body.phone(), body.email(), body.text(), true), currentActor.get());
        return Response.status(Response.Status.CREATED).entity(new SupportAnswer(code)).build();
    }
}
