package io.minsheng.proposal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    RegisterProposal(CheckProposal check, Register register, Processes processes, RegistrationNews news,
            PublicUrl publicUrl, InstantSource clock) {
        this.check = check;
        this.register = register;
        this.processes = processes;
        this.news = news;
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
        Register.Entry entry = entered(proposal, by);
        news.tell(entry.proposal(), entry.queryCode(), by);
        return receipt(entry);
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
        List<Register.Entry> entries = proposals.stream().map(each -> entered(each, by)).toList();
        news.tell(entries.stream().map(each -> new Proposal.Registered(each.proposal(), each.queryCode())).toList(), by);
        return entries.stream().map(this::receipt).toList();
    }

    private Register.Entry entered(NewProposal proposal, Actor by) {
        NewProposal clean = check.checked(proposal);
        Instant now = clock.instant();
        Register.Entry entry = register.enter(clean, check.isLate(clean), by, now);
        Proposal registered = entry.proposal();
        registered.handledBy(processes.start(ProcessKey.PROPOSAL, registered.caseNumber(),
                Map.of("caseNumber", registered.caseNumber(), "campaign", registered.campaign())));
        return entry;
    }

    private Receipt receipt(Register.Entry entry) {
        Proposal registered = entry.proposal();
        return new Receipt(registered.caseNumber(), entry.queryCode(), registered.publicStage(), registered.receivedAt(),
                publicUrl.to("/track?number=" + registered.caseNumber()));
    }
}
