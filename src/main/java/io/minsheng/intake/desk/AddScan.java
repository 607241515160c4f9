package io.minsheng.intake.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;

/**
 * Adds a scanned sheet to a case of the own desk, or of any for the office; also to the others that came in the same letter.
 */
@ApplicationScoped
public class AddScan {

    static final String UNKNOWN = "没有这个案件，或者您无权查看。";

    private final CaseAccess access;
    private final AddAttachment addAttachment;
    private final Attachments attachments;
    private final ArrivalCases cases;

    AddScan(CaseAccess access, AddAttachment addAttachment, Attachments attachments, ArrivalCases cases) {
        this.access = access;
        this.addAttachment = addAttachment;
        this.attachments = attachments;
        this.cases = cases;
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
        Attachment added = addAttachment.add(proposal, Attachment.Kind.SCAN, scan.name(), scan.content(), by);
        cases.of(proposal).map(ArrivalCase::arrival).map(cases::cases).orElse(List.of()).stream()
                .filter(each -> !each.id().equals(proposal.id()))
                .forEach(each -> attachments.join(each, added.file(), Attachment.Kind.SCAN, by));
        return added;
    }
}
