package io.minsheng.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.privacy.PrivacyNotices;

/** Enters a checked suggestion into the register: sealed author, number, query code, first line of the time line. */
@ApplicationScoped
class Register {

    private final Proposals proposals;
    private final Authors authors;
    private final CaseNumbers numbers;
    private final QueryCodes codes;
    private final Timeline timeline;
    private final PrivacyNotices notices;

    Register(Proposals proposals, Authors authors, CaseNumbers numbers, QueryCodes codes, Timeline timeline,
            PrivacyNotices notices) {
        this.proposals = proposals;
        this.authors = authors;
        this.numbers = numbers;
        this.codes = codes;
        this.timeline = timeline;
        this.notices = notices;
    }

    record Entry(Proposal proposal, String queryCode) {
    }

    /** A suggestion that may be entered as it is. */
    record Checked(NewProposal proposal, boolean late) {
    }

    /**
     * Enters all of them, in their order. Numbers are taken first, while nothing is locked; then what belongs to one table is
     * written together, which the database does in one go.
     */
    List<Entry> enter(List<Checked> all, Actor by, Instant now) {
        List<String> given = all.stream().map(each -> numbers.next(each.proposal().campaign())).toList();
        List<Author> authorsOf = all.stream().map(each -> author(each.proposal().proposer(), now)).toList();
        int inForce = notices.inForce();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String code = codes.create();
            Proposal proposal = new Proposal(given.get(i), codes.digest(given.get(i), code), all.get(i).proposal(),
                    authorsOf.get(i), all.get(i).late(), now);
            proposal.registeredBy(by.username());
            proposal.told(PrivacyNotices.shown(all.get(i).proposal().origin().noticeVersion(), inForce));
            proposals.persist(proposal);
            entries.add(new Entry(proposal, code));
        }
        entries.forEach(each -> timeline.add(each.proposal(), registered(each.proposal()), by));
        return entries;
    }

    private Author author(NewProposal.Proposer proposer, Instant now) {
        return authors.create(proposer.kind(),
                new Contact(proposer.name(), proposer.phone(), proposer.email(), proposer.address()), now);
    }

    private static Note registered(Proposal proposal) {
        return new Note("建议已登记，受理编号 " + proposal.caseNumber() + "。", proposal.late()
                ? "晚于征集截止时间（" + proposal.channel().label() + "，" + Shanghai.sayTime(proposal.receivedAt()) + "），由分类整理环节决定。"
                : null);
    }

    /** Numbers for so many further parts of a case; to be taken before the first part is entered. */
    List<String> numbersFor(Proposal whole, int parts) {
        return Stream.generate(() -> numbers.next(whole.campaign())).limit(parts).toList();
    }

    /**
     * Enters a further part of a case that is being split: another query code, all else as the case came in.
     *
     * @param number one of {@link #numbersFor}
     */
    Entry enterPart(Proposal whole, String number, NewProposal.Wish wish, Actor by, Instant now) {
        Entry entry = another(whole, number, wish, by, now);
        entry.proposal().partOf(whole);
        timeline.add(entry.proposal(),
                new Note("由 " + whole.caseNumber() + " 拆分登记，受理编号 " + entry.proposal().caseNumber() + "。", null), by);
        return entry;
    }

    /** Enters another suggestion that came in the same letter, visit or call. */
    Entry enterFurther(Proposal first, NewProposal.Wish wish, Actor by, Instant now) {
        Entry entry = another(first, numbers.next(first.campaign()), wish, by, now);
        timeline.add(entry.proposal(), new Note("建议已登记，受理编号 " + entry.proposal().caseNumber() + "。",
                "与 " + first.caseNumber() + " 来自同一来件。"), by);
        return entry;
    }

    /** Author and key are shared, so that erasing the person erases all. */
    private Entry another(Proposal whole, String number, NewProposal.Wish wish, Actor by, Instant now) {
        String code = codes.create();
        Proposal other = new Proposal(number, codes.digest(number, code), further(whole, wish), whole.author(), whole.late(),
                now);
        other.registeredBy(by.username());
        other.told(whole.privacyVersion());
        proposals.persist(other);
        return new Entry(other, code);
    }

    /** As the other came in; who proposes is known already. */
    static NewProposal further(Proposal whole, NewProposal.Wish wish) {
        return new NewProposal(whole.campaign(), wish,
                new NewProposal.Proposer(whole.author().kind(), null, null, null, null, whole.replyWanted()),
                new NewProposal.Origin(whole.channel(), whole.receivedAt(), whole.receivedOn(), whole.postmarkedOn(),
                        whole.desk(), whole.sourceMessage(), whole.consent()));
    }
}
