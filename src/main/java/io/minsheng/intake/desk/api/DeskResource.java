package io.minsheng.intake.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.AddScan;
import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.intake.desk.EnterOnce;
import io.minsheng.intake.desk.Scan;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.AttachmentAnswer;
import io.minsheng.proposal.ReceiptAnswer;

/** The calls of the desks. */
@Path("/api/v1/desk/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
@Tag(name = "窗口")
public class DeskResource {

    private final EnterOnce enter;
    private final AddScan addScan;
    private final ViewArrivals arrivals;
    private final CurrentActor currentActor;

    DeskResource(EnterOnce enter, AddScan addScan, ViewArrivals arrivals, CurrentActor currentActor) {
        this.enter = enter;
        this.addScan = addScan;
        this.arrivals = arrivals;
        this.currentActor = currentActor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "代为登记一条建议（信函、现场、电话）")
    public Response enter(@HeaderParam("Idempotency-Key") String key, SentEntry body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交建议内容。");
        }
        return created(ReceiptAnswer.of(enter.enter(key, body, body.toEntry(), List.of(), currentActor.get())));
    }

    @POST
    @Path("/{caseNumber}/further")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "登记同一来件里的另一条建议：同一来信人、日期和扫描件")
    public Response further(@PathParam("caseNumber") String caseNumber, @HeaderParam("Idempotency-Key") String key,
            SentWish body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交建议内容。");
        }
        return created(ReceiptAnswer.of(
                enter.further(key, List.of(caseNumber, body), caseNumber, body.toWish(), currentActor.get())));
    }

    @GET
    @Path("/{caseNumber}/arrival")
    @RolesAllowed({ "REGISTRAR", "TRIAGE", "CHIEF", "DEPARTMENT" })
    @Operation(summary = "建议随哪一来件到达、同一来件的其他建议、代办人（隐去）")
    public ArrivalAnswer arrival(@PathParam("caseNumber") String caseNumber) {
        return arrivals.of(caseNumber, currentActor.get()).map(ArrivalAnswer::of)
                .orElseThrow(() -> Refusal.notFound("这条建议不是由窗口登记的。"));
    }

    @POST
    @Path("/{caseNumber}/proxy")
    @RolesAllowed({ "REGISTRAR", "TRIAGE", "CHIEF", "DEPARTMENT" })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "查看代办人的姓名和电话；须说明用途，记入审计")
    public DeskEntry.Proxy proxy(@PathParam("caseNumber") String caseNumber, Purpose body) {
        return arrivals.revealProxy(caseNumber, body == null ? null : body.purpose(), currentActor.get());
    }

    /** What somebody needs personal data for. */
    public record Purpose(String purpose) {
    }

    @POST
    @Path("/{caseNumber}/scans")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "为登记的建议上传一份扫描件")
    public Response scan(@PathParam("caseNumber") String caseNumber, @RestForm("file") FileUpload file) {
        if (file == null) {
            throw Refusal.invalid("file", "请选择文件。");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return created(AttachmentAnswer
                    .of(addScan.add(caseNumber, new Scan(file.fileName(), content), currentActor.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response created(Object answer) {
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
