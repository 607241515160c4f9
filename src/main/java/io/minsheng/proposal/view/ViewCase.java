package io.minsheng.proposal.view;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.ReadersMask;
import io.minsheng.proposal.RevealContact;
import io.minsheng.proposal.Target;
import io.minsheng.proposal.view.CaseView.File;
import io.minsheng.proposal.view.CaseView.Origin;
import io.minsheng.proposal.view.CaseView.Person;
import io.minsheng.proposal.view.CaseView.Standing;
import io.minsheng.proposal.view.CaseView.Words;

/** Shows a case to a member of staff, with exactly as much of it as the person may see (domain: who uses it). */
@ApplicationScoped
public class ViewCase {

    private final CaseAccess access;
    private final RevealContact reveal;
    private final Authors authors;
    private final ReadersMask masks;
    private final CasePapers papers;
    private final ViewTies ties;
    private final Labels labels;

    ViewCase(CaseAccess access, RevealContact reveal, Authors authors, ReadersMask masks, CasePapers papers, ViewTies ties,
            Labels labels) {
        this.access = access;
        this.reveal = reveal;
        this.authors = authors;
        this.masks = masks;
        this.papers = papers;
        this.ties = ties;
        this.labels = labels;
    }

    /**
     * The case as this person may see it.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public CaseView view(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        boolean originals = access.mayReadOriginals(proposal, actor);
        Contact contact = authors.contact(proposal.author());
        UnaryOperator<String> mask = masks.of(proposal, actor);
        List<File> files = papers.files(proposal);
        return new CaseView(proposal.caseNumber(), proposal.campaign(), standing(proposal, mask), words(proposal, mask),
                origin(proposal),
                new Person(proposal.author().kind(), contact.masked(), proposal.replyWanted(),
                        reveal.mayReveal(proposal, actor)),
                originals ? files : List.of(), originals ? 0 : files.size(), papers.supplements(proposal, mask),
                papers.question(proposal), papers.timeline(proposal, mask), ties.of(proposal, actor));
    }

    private static Standing standing(Proposal proposal, UnaryOperator<String> mask) {
        return new Standing(proposal.stage(), proposal.publicStage(), proposal.stageSince(), proposal.disposition(),
                mask.apply(proposal.dispositionReason()), proposal.late(), proposal.urgent(),
                mask.apply(proposal.urgentReason()));
    }

    private Words words(Proposal proposal, UnaryOperator<String> mask) {
        Target target = proposal.target();
        return new Words(mask.apply(proposal.title()), proposal.publicTitle(), proposal.category(),
                labels.category(proposal.campaign(), proposal.category()), mask.apply(proposal.content()),
                mask.apply(proposal.reason()), proposal.township(), labels.township(proposal.township()),
                mask.apply(proposal.place()), mask.apply(proposal.beneficiaries()),
                new Target(mask.apply(target.text()), mask.apply(target.indicator()), mask.apply(target.unit()),
                        mask.apply(target.value()), target.due()));
    }

    private Origin origin(Proposal proposal) {
        return new Origin(proposal.channel(), proposal.receivedAt(), proposal.receivedOn(), proposal.postmarkedOn(),
                proposal.desk(), labels.organisation(proposal.desk()), papers.nameOf(proposal.registeredBy()),
                proposal.sourceMessage(), proposal.privacyVersion(), proposal.consent() == NewProposal.Consent.GIVEN);
    }
}
