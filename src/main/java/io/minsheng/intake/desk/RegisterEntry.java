package io.minsheng.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;

/** Registers what was entered at a desk: the case, and its line in the desk's register of letters, visits and calls. */
@ApplicationScoped
public class RegisterEntry {

    private final CheckEntry check;
    private final RegisterProposal register;
    private final Proposals proposals;
    private final KeepArrival keep;

    RegisterEntry(CheckEntry check, RegisterProposal register, Proposals proposals, KeepArrival keep) {
        this.check = check;
        this.register = register;
        this.proposals = proposals;
        this.keep = keep;
    }

    /**
     * Registers an entry that was checked.
     *
     * @param desk code; null if the office itself took it in
     * @throws Refusal 400 fields, 404 no such campaign, 409 not begun or closed
     */
    @Transactional
    public Receipt register(DeskEntry entry, String desk, Actor by) {
        Receipt receipt = register.register(check.proposal(entry, desk), by);
        keep.keep(proposals.byNumber(receipt.caseNumber()), entry, by);
        return receipt;
    }
}
