package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Timeline;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/** 满意度评价: an author rates an answer, once (domain). A bad rating becomes a task: a person decides what follows. */
@ApplicationScoped
public class RateAnswer {

    private static final LengthRule COMMENT = LengthRule.other("comment", "意见");

    private final Answers answers;
    private final Ratings ratings;
    private final Timeline timeline;
    private final Processes processes;
    private final InstantSource clock;
    private final Event<Act> acts;

    RateAnswer(Answers answers, Ratings ratings, Timeline timeline, Processes processes, InstantSource clock,
            Event<Act> acts) {
        this.answers = answers;
        this.ratings = ratings;
        this.timeline = timeline;
        this.processes = processes;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Rates the answer of a case that {@link io.minsheng.proposal.CaseAccess} has opened.
     *
     * @param score 1 to 5
     * @param comment may be null
     * @throws Refusal 400 score or comment, 409 no answer yet, or rated already
     */
    @Transactional
    public void rate(Proposal proposal, Integer score, String comment) {
        String words = Texts.cleanOrNull(comment);
        Optional<Satisfaction> satisfaction = Satisfaction.of(score);
        List<Violation> violations = new ArrayList<>();
        if (satisfaction.isEmpty()) {
            violations.add(new Violation("score", "请选择满意程度（1 到 5 分）。"));
        }
        COMMENT.check(words, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        keep(proposal, satisfaction.get(), words);
    }

    private void keep(Proposal proposal, Satisfaction satisfaction, String words) {
        Answer answer = answers.of(proposal).filter(each -> each.releasedAt() != null)
                .orElseThrow(() -> Refusal.conflict("收到答复后才能评价。"));
        answers.hold(answer);
        if (ratings.of(answer).isPresent()) {
            throw Refusal.conflict("您已经评价过这份答复。");
        }
        ratings.persistAndFlush(new Rating(answer, satisfaction, words, clock.instant()));
        timeline.add(proposal, Note.forAuthor("您对答复的评价：" + satisfaction.label() + "（" + satisfaction.score() + " 分）。"),
                Actor.RESIDENT);
        acts.fire(Act.onCase(Actor.RESIDENT.username(), "RATED", proposal.caseNumber(),
                String.valueOf(satisfaction.score())));
        if (satisfaction.isBad()) {
            processes.startBy(MessageName.BAD_RATING, proposal.caseNumber(),
                    Map.of("caseNumber", proposal.caseNumber(), "campaign", proposal.campaign()));
        }
    }
}
