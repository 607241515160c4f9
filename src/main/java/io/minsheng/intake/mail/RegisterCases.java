package io.minsheng.intake.mail;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.Draft;
import io.minsheng.intake.mail.suggestion.ProposedCase;
import io.minsheng.intake.mail.suggestion.Suggestion;
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
        suggestions.add(message, IntStream.range(0, registered.size())
                .mapToObj(i -> route.cases().get(i).suggestion().became(registered.get(i).caseNumber())).toList());
    }

    /** One case each of several mails, as the machine read them. */
    void registerEach(List<Single> singles) {
        List<Receipt> receipts = register.registerEach(
                singles.stream().map(each -> wanted(each.proposed().draft(), each.message())).toList(), Actor.SYSTEM);
        List<Proposal> registered = registered(receipts);
        // what belongs to one table is written together
        for (int i = 0; i < registered.size(); i++) {
            Single each = singles.get(i);
            each.message().become(InboxState.CASE, null, registered.get(i).caseNumber());
            files.join(List.of(registered.get(i)), List.of(each.proposed().source()), each.message(), each.mail(),
                    Actor.SYSTEM);
            each.message().remark(each.remark());
        }
        for (int i = 0; i < registered.size(); i++) {
            suggestions.add(singles.get(i).message(),
                    List.of(singles.get(i).proposed().suggestion().became(registered.get(i).caseNumber())));
        }
        for (int i = 0; i < registered.size(); i++) {
            tell(registered.get(i), singles.get(i).message(), Actor.SYSTEM);
        }
    }

    /** A mail that is one new suggestion; {@code remark} may be null. */
    record Single(InboxMessage message, ReadMail mail, ProposedCase proposed, String remark) {
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
        List<NewProposal> wanted = drafts.stream().map(each -> wanted(each, message)).toList();
        List<Proposal> registered = registered(wanted.size() == 1 ? List.of(register.register(wanted.get(0), by))
                : register.registerTogether(wanted, by));
        message.become(InboxState.CASE, null, registered.get(0).caseNumber());
        registered.forEach(each -> tell(each, message, by));
        return registered;
    }

    private static NewProposal wanted(Draft draft, InboxMessage message) {
        return new NewProposal(draft.campaign(), draft.wish(), draft.proposer(),
                new Origin(Channel.EMAIL, message.receivedAt(), null, null, null, message.id(), Consent.NOTICE));
    }

    private List<Proposal> registered(List<Receipt> receipts) {
        return receipts.stream().map(each -> proposals.byNumber(each.caseNumber())).toList();
    }

    private void tell(Proposal registered, InboxMessage message, Actor by) {
        acts.fire(new Act(by.username(), "MESSAGE_CASE", "MESSAGE", message.id(), registered.caseNumber(), ""));
    }
}
