package io.minsheng.worklist.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.worklist.CaseReaders;
import io.minsheng.worklist.CaseReaders.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who else has the case open: the line on a case's pages, and what its script asks for every minute. */
@Named("caseReaders")
@Path("/staff/cases/{caseNumber}/readers")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class CaseReadersPages {

    private final CaseReaders readers;
    private final CaseAccess access;
    private final CurrentActor actor;

    CaseReadersPages(CaseReaders readers, CaseAccess access, CurrentActor actor) {
        this.readers = readers;
        this.access = access;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "worklist")
    static class Templates {
        static native TemplateInstance readers(List<Reader> readers);

        private Templates() {
        }
    }

    /** Says that the case is still open, and tells who else has it open. */
    @POST
    public TemplateInstance still(@PathParam("caseNumber") String caseNumber) {
        access.forStaff(caseNumber, actor.get());
        return Templates.readers(open(caseNumber));
    }

    /** The same for a page that has checked already whether the reader may see the case. */
    public List<Reader> open(String caseNumber) {
        readers.opened(caseNumber, actor.get());
        return readers.others(caseNumber, actor.get());
    }
}
