package io.minsheng.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;

/** Adds a scanned sheet to a case of the own desk, or of any for the office. */
@ApplicationScoped
public class AddScan {

    private static final String UNKNOWN = "没有这个案件，或者您无权查看。";

    private final CaseAccess access;
    private final AddAttachment addAttachment;

    AddScan(CaseAccess access, AddAttachment addAttachment) {
        this.access = access;
        this.addAttachment = addAttachment;
    }

    /**
     * Adds.
     *
     * @throws Refusal 400 empty, 404 unknown or another desk's, 409 too many, 413 too large, 415 another kind of file
     */
    @Transactional
    public Attachment add(String caseNumber, Scan scan, Actor by) {
        Proposal proposal = access.forStaff(caseNumber, by);
        if (!access.mayReadOriginals(proposal, by)) {
            throw Refusal.notFound(UNKNOWN);
        }
        return addAttachment.add(proposal, Attachment.Kind.SCAN, scan.name(), scan.content(), by);
    }
}
