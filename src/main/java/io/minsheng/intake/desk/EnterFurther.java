package io.minsheng.intake.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;

/**
 * Enters another suggestion of the same letter, visit or call (一事一表 is a rule that people break): a case of its own with the
 * same sender, the same days and the same scans.
 */
@ApplicationScoped
public class EnterFurther {

    private final CaseAccess access;
    private final RegisterProposal register;
    private final Proposals proposals;
    private final Attachments attachments;
    private final ArrivalCases cases;
    private final KeepArrival keep;

    EnterFurther(CaseAccess access, RegisterProposal register, Proposals proposals, Attachments attachments, ArrivalCases cases,
            KeepArrival keep) {
        this.access = access;
        this.register = register;
        this.proposals = proposals;
        this.attachments = attachments;
        this.cases = cases;
        this.keep = keep;
    }

    /**
     * The case whose letter may hold more.
     *
     * @throws Refusal 404 unknown, not theirs, or not from a desk
     */
    @Transactional
    public Proposal first(String caseNumber, Actor by) {
        Proposal first = access.forStaff(caseNumber, by);
        if (!access.mayReadOriginals(first, by) || cases.of(first).isEmpty()) {
            throw Refusal.notFound(AddScan.UNKNOWN);
        }
        return first;
    }

    /** The scans of the letter to which a case belongs. */
    @Transactional
    public List<Attachment> scans(Proposal first) {
        return attachments.of(first).stream().filter(each -> each.kind() == Attachment.Kind.SCAN).toList();
    }

    /**
     * Enters it.
     *
     * @param caseNumber any case of the letter
     * @throws Refusal 400 fields, 404 as above, 409 the campaign is closed
     */
    @Transactional
    public Receipt enter(String caseNumber, NewProposal.Wish wish, Actor by) {
        Proposal first = first(caseNumber, by);
        Receipt receipt = register.registerFurther(first, wish, by);
        Proposal further = proposals.byNumber(receipt.caseNumber());
        keep.join(further, cases.of(first).orElseThrow());
        scans(first).forEach(each -> attachments.join(further, each.file(), Attachment.Kind.SCAN, by));
        return receipt;
    }
}
