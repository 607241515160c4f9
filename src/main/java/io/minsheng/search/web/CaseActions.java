package io.minsheng.search.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.ScanKind;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.ShownFile;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.MarkUrgent;
import io.minsheng.proposal.ReissueQueryCode;
import io.minsheng.proposal.RevealContact;
import io.minsheng.search.OpenAttachment;
import io.minsheng.search.OpenCase;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.ProcessPictures;
import io.minsheng.workflow.ProcessPictures.Drawn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of one case: everything about it that the reader may see, its files, the author's data for a purpose. */
@Path("/staff/cases/{caseNumber}")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class CaseActions {

    private final OpenCase openCase;
    private final ProcessPictures pictures;
    private final RevealContact revealContact;
    private final ReissueQueryCode reissueQueryCode;
    private final OpenAttachment openAttachment;
    private final MarkUrgent markUrgent;
    private final CurrentActor actor;

    CaseActions(OpenCase openCase, ProcessPictures pictures, RevealContact revealContact, ReissueQueryCode reissueQueryCode,
            OpenAttachment openAttachment, MarkUrgent markUrgent, CurrentActor actor) {
        this.openCase = openCase;
        this.pictures = pictures;
        this.revealContact = revealContact;
        this.reissueQueryCode = reissueQueryCode;
        this.openAttachment = openAttachment;
        this.markUrgent = markUrgent;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance show(CasePage page);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("caseNumber") String caseNumber) {
        return page(caseNumber, null, null, FormErrors.none());
    }

    /** Shows the contact data once; seeing it again is another logged act. */
    @POST
    @Path("/contact")
    public Object reveal(@PathParam("caseNumber") String caseNumber, @FormParam("purpose") String purpose) {
        try {
            return page(caseNumber, revealContact.reveal(caseNumber, purpose, actor.get()), null, FormErrors.none());
        } catch (Refusal refusal) {
            return refused(caseNumber, refusal);
        }
    }

    /** Marks the case as urgent, or takes the mark away. */
    @POST
    @Path("/urgent")
    @RolesAllowed({ "TRIAGE", "CHIEF" })
    public Object urgent(@PathParam("caseNumber") String caseNumber, @FormParam("urgent") Boolean urgent,
            @FormParam("reason") String reason) {
        try {
            markUrgent.mark(caseNumber, urgent, reason, actor.get());
            return page(caseNumber, null, null, FormErrors.none());
        } catch (Refusal refusal) {
            return refused(caseNumber, refusal);
        }
    }

    /** The same for somebody who supports the case. */
    @POST
    @Path("/supports/{support}/contact")
    public Object revealSupporter(@PathParam("caseNumber") String caseNumber, @PathParam("support") String support,
            @FormParam("purpose") String purpose) {
        try {
            return page(caseNumber, revealContact.revealSupporter(caseNumber, support, purpose, actor.get()), null,
                    FormErrors.none());
        } catch (Refusal refusal) {
            return refused(caseNumber, refusal);
        }
    }

    @POST
    @Path("/query-code")
    @RolesAllowed("TRIAGE")
    public TemplateInstance reissue(@PathParam("caseNumber") String caseNumber) {
        String code = reissueQueryCode.reissue(caseNumber, actor.get());
        return page(caseNumber, null, code, FormErrors.none());
    }

    /** Downloads a file; a photo or a scan can also be looked at. */
    @GET
    @Path("/attachments/{id}")
    public Response attachment(@PathParam("caseNumber") String caseNumber, @PathParam("id") String id,
            @QueryParam("inline") boolean inline) {
        OpenAttachment.Opened file = openAttachment.open(caseNumber, id, actor.get());
        boolean shown = inline && ScanKind.ofChecked(file.mediaType()).filter(ScanKind::shown).isPresent();
        return shown ? ShownFile.of(file.name(), file.mediaType(), file.size(), file.content()).build()
                : Response.ok(file.content(), file.mediaType()).header("Content-Length", file.size())
                        .header("Content-Disposition", ContentDisposition.of(false, file.name())).build();
    }

    private Object refused(String caseNumber, Refusal refusal) {
        if (refusal.status() != 400) {
            throw refusal;
        }
        return Response.status(400).entity(page(caseNumber, null, null, FormErrors.of(refusal)))
                .type("text/html;charset=UTF-8").build();
    }

    private TemplateInstance page(String caseNumber, Contact contact, String queryCode, FormErrors errors) {
        var file = openCase.open(caseNumber, actor.get());
        List<Drawn> drawn = Stream.of(ProcessKey.PROPOSAL, ProcessKey.EVALUATION, ProcessKey.MERGED, ProcessKey.ANSWER)
                .map(process -> pictures.of(process, caseNumber)).flatMap(Optional::stream)
                .toList();
        return Templates.show(new CasePage(file, drawn, contact, queryCode, errors));
    }
}
