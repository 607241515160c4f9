package io.minsheng.intake.mail;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;

/** Registers the cases of a mail, in the caller's transaction: all of them or none, with their files and what was read. */
@ApplicationScoped
class RegisterCases {

    private final RegisterProposal register;
    private final Proposals proposals;
    private final JoinFiles files;
    private final MailSuggestions suggestions;
    private final Event<Act> acts;

    RegisterCases(RegisterProposal register, Proposals proposals, JoinFiles files, MailSuggestions suggestions,
            Event<Act> acts) {
        this.register = register;
        this.proposals = proposals;
        this.files = files;
        this.suggestions = suggestions;
        this.acts = acts;
    }

    /** As the machine read them. */
    void register(Route.NewCases route, InboxMessage message, ReadMail mail) {
        List<Proposal> registered = register(route.cases().stream().map(ProposedCase::draft).toList(), message, Actor.SYSTEM);
        files.join(registered, route.cases().stream().map(ProposedCase::source).toList(), message, mail, Actor.SYSTEM);
        message.remark(route.remark());
        suggestions.keep(message, IntStream.range(0, registered.size())
                .mapToObj(i -> route.cases().get(i).suggestion().became(registered.get(i).caseNumber())).toList());
    }

    /** As a person wants them. */
    void register(List<Draft> drafts, List<Integer> parts, InboxMessage message, ReadMail mail, Actor by) {
        List<Proposal> registered = register(drafts, message, by);
        files.join(registered, Collections.nCopies(registered.size(), Suggestion.BODY), message, mail, by);
        for (int i = 0; i < registered.size(); i++) {
            suggestions.became(message, parts.get(i), registered.get(i).caseNumber());
        }
    }

    private List<Proposal> register(List<Draft> drafts, InboxMessage message, Actor by) {
        Origin origin = new Origin(Channel.EMAIL, message.receivedAt(), null, null, null, message.id(), Consent.NOTICE);
        List<NewProposal> wanted = drafts.stream()
                .map(each -> new NewProposal(each.campaign(), each.wish(), each.proposer(), origin)).toList();
        List<Receipt> receipts = wanted.size() == 1 ? List.of(register.register(wanted.get(0), by))
                : register.registerTogether(wanted, by);
        List<Proposal> registered = receipts.stream().map(each -> proposals.byNumber(each.caseNumber())).toList();
        message.become(InboxState.CASE, null, registered.get(0).caseNumber());
        registered.forEach(
                each -> acts.fire(new Act(by.username(), "MESSAGE_CASE", "MESSAGE", message.id(), each.caseNumber(), "")));
        return registered;
    }
}
