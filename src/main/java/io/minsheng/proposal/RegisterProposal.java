package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/**
 * Registers a suggestion, whatever the channel: author, case, number, query code, time line and running process in one
 * transaction. All or nothing.
 */
@ApplicationScoped
public class RegisterProposal {

    private final CheckProposal check;
    private final Register register;
    private final Processes processes;
    private final RegistrationNews news;
    private final Campaigns campaigns;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    RegisterProposal(CheckProposal check, Register register, Processes processes, RegistrationNews news, Campaigns campaigns,
            PublicUrl publicUrl, InstantSource clock) {
        this.check = check;
        this.register = register;
        this.processes = processes;
        this.news = news;
        this.campaigns = campaigns;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Registers.
     *
     * @param by {@link Actor#RESIDENT} for the public channels, else the clerk
     * @throws Refusal 400 fields, 404 no such campaign, 409 the call is not open (for the web) or has not begun
     */
    @Transactional
    public Receipt register(NewProposal proposal, Actor by) {
        return registerEach(List.of(proposal), by).get(0);
    }

    /**
     * Registers suggestions that have nothing to do with each other in one transaction, which costs less than one each: all or
     * none, each acknowledged for itself.
     *
     * @return a receipt each, in the same order
     * @throws Refusal as {@link #register}, for the first that is refused
     */
    @Transactional
    public List<Receipt> registerEach(List<NewProposal> proposals, Actor by) {
        List<Register.Entry> entries = entered(proposals, by);
        news.tellEach(told(entries), by);
        stayOpen(entries);
        return receipts(entries);
    }

    /**
     * Registers several suggestions of one author that came in one piece: all or none, each a case of its own, one
     * acknowledgement for all.
     *
     * @return a receipt each, in the same order
     * @throws Refusal as {@link #register}
     */
    @Transactional
    public List<Receipt> registerTogether(List<NewProposal> proposals, Actor by) {
        List<Register.Entry> entries = entered(proposals, by);
        news.tellTogether(told(entries), by);
        stayOpen(entries);
        return receipts(entries);
    }

    /**
     * Registers another suggestion of the same letter, visit or call: a case of its own, of the same author.
     *
     * @throws Refusal 400 fields, 409 the campaign is closed
     */
    @Transactional
    public Receipt registerFurther(Proposal first, NewProposal.Wish wish, Actor by) {
        NewProposal clean = check.checked(Register.further(first, wish));
        Register.Entry entry = register.enterFurther(first, clean.wish(), by, clock.instant());
        start(entry.proposal());
        news.tellEach(told(List.of(entry)), by);
        stayOpen(List.of(entry));
        return receipt(entry);
    }

    private List<Register.Entry> entered(List<NewProposal> proposals, Actor by) {
        List<Register.Checked> checked = proposals.stream().map(check::checked)
                .map(clean -> new Register.Checked(clean, check.isLate(clean))).toList();
        List<Register.Entry> entries = register.enter(checked, by, clock.instant());
        return processes.together(() -> {
            entries.forEach(each -> start(each.proposal()));
            return entries;
        });
    }

    private void start(Proposal registered) {
        registered.handledBy(processes.start(ProcessKey.PROPOSAL, registered.caseNumber(),
                Map.of("caseNumber", registered.caseNumber(), "campaign", registered.campaign())));
    }

    /** What was checked at the beginning may be two seconds old, and the campaign may be closed at this moment. */
    private void stayOpen(List<Register.Entry> entries) {
        entries.stream().map(each -> each.proposal().campaign()).distinct().sorted().forEach(campaigns::stayOpen);
    }

    private static List<Proposal.Registered> told(List<Register.Entry> entries) {
        return entries.stream().map(each -> new Proposal.Registered(each.proposal(), each.queryCode())).toList();
    }

    private List<Receipt> receipts(List<Register.Entry> entries) {
        return entries.stream().map(this::receipt).toList();
    }

    private Receipt receipt(Register.Entry entry) {
        Proposal registered = entry.proposal();
        return new Receipt(registered.caseNumber(), entry.queryCode(), registered.publicStage(), registered.receivedAt(),
                publicUrl.to("/track?number=" + registered.caseNumber()));
    }
}
