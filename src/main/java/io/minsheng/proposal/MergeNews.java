package io.minsheng.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** Writes merges into the time lines of both cases and tells the rest of the program. */
@ApplicationScoped
class MergeNews {

    private final Timeline timeline;
    private final Event<Act> acts;
    private final Event<Proposal.Moved> moved;
    private final Event<Proposal.Merged> merged;
    private final Event<Proposal.Unmerged> unmerged;

    MergeNews(Timeline timeline, Event<Act> acts, Event<Proposal.Moved> moved, Event<Proposal.Merged> merged,
            Event<Proposal.Unmerged> unmerged) {
        this.timeline = timeline;
        this.acts = acts;
        this.moved = moved;
        this.merged = merged;
        this.unmerged = unmerged;
    }

    void merged(Proposal member, Stage from, Proposal into, Actor by) {
        timeline.add(member, new Note("您的建议与同类建议 " + into.caseNumber() + " 合并办理。您的受理编号、原文和答复都保留。",
                "并入 " + into.caseNumber() + "，办理和计时暂停。"), by);
        timeline.add(into, Note.internal(member.caseNumber() + " 并入本件。"), by);
        acts.fire(Act.onCase(by.username(), "MERGED", member.caseNumber(), into.caseNumber()));
        acts.fire(Act.onCase(by.username(), "MEMBER_JOINED", into.caseNumber(), member.caseNumber()));
        moved.fire(new Proposal.Moved(member, from, Stage.MERGED));
        merged.fire(new Proposal.Merged(member, into));
    }

    /** The member stands again where it stood. */
    void unmerged(Proposal member, Proposal from, String reason, Actor by) {
        timeline.add(member, new Note("您的建议不再与其他建议合并，从原来的环节继续单独办理。",
                "从 " + from.caseNumber() + " 撤销合并：" + reason), by);
        left(member, from, reason, by);
        moved.fire(new Proposal.Moved(member, Stage.MERGED, member.stage()));
        unmerged.fire(new Proposal.Unmerged(member, from));
    }

    /** The member is no part of the case any more, for whatever reason. */
    void left(Proposal member, Proposal from, String reason, Actor by) {
        timeline.add(from, Note.internal(member.caseNumber() + " 不再并入本件：" + reason), by);
        acts.fire(Act.onCase(by.username(), "UNMERGED", member.caseNumber(), from.caseNumber() + " " + reason));
        acts.fire(Act.onCase(by.username(), "MEMBER_LEFT", from.caseNumber(), member.caseNumber()));
    }

    /** The main case was answered, and the member with it. */
    void settled(Proposal member, Proposal main) {
        timeline.add(member, Note.internal("主件 " + main.caseNumber() + " 的答复已签发，本件随之办结。"), Actor.SYSTEM);
        acts.fire(Act.onCase(Actor.SYSTEM.username(), "END_MERGED", member.caseNumber(), main.caseNumber()));
        moved.fire(new Proposal.Moved(member, Stage.MERGED, Stage.MERGED));
    }
}
