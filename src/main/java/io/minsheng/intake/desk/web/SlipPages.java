package io.minsheng.intake.desk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Receipt;
import io.quarkus.qute.TemplateInstance;

/** A receipt for paper once more, for whoever has number and code of a case of the own desk at hand. */
@Path("/staff/desk/slip")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class SlipPages {

    private final CaseAccess access;
    private final DeskReceipt receipts;
    private final CurrentActor currentActor;

    SlipPages(CaseAccess access, DeskReceipt receipts, CurrentActor currentActor) {
        this.access = access;
        this.receipts = receipts;
        this.currentActor = currentActor;
    }

    /** Posted, so that the code stands in no address. */
    @POST
    public TemplateInstance print(@FormParam("caseNumber") String caseNumber, @FormParam("code") String code) {
        access.forStaff(caseNumber, currentActor.get());
        Proposal proposal = access.withCode(caseNumber, code);
        return receipts.page(new Receipt(proposal.caseNumber(), code.strip().toUpperCase(), proposal.publicStage(),
                proposal.receivedAt(), null));
    }
}
