package io.minsheng.intake.form.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.intake.form.SubmitProposal;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.AttachmentAnswer;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.ReceiptAnswer;

/** The public calls by which a suggestion is made. */
@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公众")
public class ProposalResource {

    private final SubmitProposal submit;
    private final CaseAccess access;
    private final AddAttachment addAttachment;
    private final InstantSource clock;

    ProposalResource(SubmitProposal submit, CaseAccess access, AddAttachment addAttachment, InstantSource clock) {
        this.submit = submit;
        this.access = access;
        this.addAttachment = addAttachment;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "提交一条建议")
    @PerAddress(value = "submit", calls = 60, minutes = 10)
    public Response submit(@HeaderParam("Idempotency-Key") String key, SubmittedProposal body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交建议内容。");
        }
        return Response.status(Response.Status.CREATED)
                .entity(ReceiptAnswer.of(submit.submit(key, body, body.toNewProposal(clock.instant())))).build();
    }

    @POST
    @Path("/{caseNumber}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "为建议上传一个附件")
    @PerAddress(value = "attach", calls = 120, minutes = 10)
    public Response attach(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code,
            @RestForm("file") FileUpload file) {
        if (file == null) {
            throw Refusal.invalid("file", "请选择文件。");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            Attachment attachment = addAttachment.fromAuthor(access.withCode(caseNumber, code), file.fileName(), content);
            return Response.status(Response.Status.CREATED).entity(AttachmentAnswer.of(attachment)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
