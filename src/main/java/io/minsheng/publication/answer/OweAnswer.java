package io.minsheng.publication.answer;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Supports;

/** Enters a case into the ledger of answers when its verdict is there: who is owed one, who is not and why. */
@ApplicationScoped
public class OweAnswer {

    private final Answers answers;
    private final WaysOfAuthor ways;
    private final AnswerTexts texts;
    private final WhySpam whySpam;
    private final MergedCases merged;
    private final Supports supports;
    private final Event<Act> acts;

    OweAnswer(Answers answers, WaysOfAuthor ways, AnswerTexts texts, WhySpam whySpam, MergedCases merged,
            Supports supports, Event<Act> acts) {
        this.answers = answers;
        this.ways = ways;
        this.texts = texts;
        this.whySpam = whySpam;
        this.merged = merged;
        this.supports = supports;
        this.acts = acts;
    }

    /** The row of the case, made if there is none yet. Joins the caller's transaction. */
    public Answer enter(Proposal proposal) {
        return answers.of(proposal).orElseGet(() -> create(proposal));
    }

    /** Whoever takes the suggestion back waits for no answer. */
    void withdrawn(@Observes Proposal.Moved moved) {
        if (moved.to() == Stage.WITHDRAWN) {
            enter(moved.proposal());
        }
    }

    /**
     * The row of a case that was merged, made if there is none yet: its own words and way, released with those of the main
     * case. Joins the caller's transaction.
     */
    public Answer enterMember(Proposal member, Answer main) {
        return answers.of(member).orElseGet(() -> notOwed(member)
                .map(reason -> written(Answer.notOwed(member, reason), reason))
                .orElseGet(() -> written(Answer.releasedWith(main, member, texts.member(main.proposal(), main.text()),
                        ways.suggested(member)), main.proposal().caseNumber())));
    }

    private Answer create(Proposal proposal) {
        // an answer goes to the authors of what is merged into the case, even if its own waits for none
        Optional<String> notOwed = merged.hasMembers(proposal) ? Optional.empty() : notOwed(proposal);
        Answer answer = notOwed.map(reason -> Answer.notOwed(proposal, reason))
                .orElseGet(() -> Answer.owedTo(proposal, texts.draft(proposal), ways.suggested(proposal)));
        return written(answer, notOwed.orElse(""));
    }

    private Answer written(Answer answer, String detail) {
        answers.persistAndFlush(answer);
        acts.fire(Act.onCase(Actor.SYSTEM.username(), answer.owed() ? "ANSWER_OWED" : "ANSWER_NOT_OWED",
                answer.proposal().caseNumber(), detail));
        return answer;
    }

    private Optional<String> notOwed(Proposal proposal) {
        if (proposal.disposition() == Disposition.WITHDRAWN) {
            return Optional.of("建议人已撤回");
        }
        if (proposal.disposition() == Disposition.REJECTED && whySpam.isSpam(proposal)) {
            return Optional.of("垃圾信息");
        }
        // who supports it waits for the answer, even if its author does not
        if (!proposal.replyWanted() && !ways.reachable(proposal) && !supports.any(proposal)) {
            return Optional.of("未留联系方式，也不需要答复");
        }
        return Optional.empty();
    }
}
