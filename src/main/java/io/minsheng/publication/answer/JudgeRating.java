package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.decision.OneAtATime;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Timeline;
import io.minsheng.publication.answer.Rating.Outcome;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** REVIEW/RATING: a person decides whether a case with a bad rating is handled again or its result stands, and why. */
@Singleton
class JudgeRating implements Completion<RatingJudgement> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("REOPEN", Set.of("reason"), "KEEP", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "理由").needed();

    private final Ratings ratings;
    private final Campaigns campaigns;
    private final OneAtATime oneAtATime;
    private final Timeline timeline;
    private final InstantSource clock;
    private final Event<Act> acts;

    JudgeRating(Ratings ratings, Campaigns campaigns, OneAtATime oneAtATime, Timeline timeline, InstantSource clock,
            Event<Act> acts) {
        this.ratings = ratings;
        this.campaigns = campaigns;
        this.oneAtATime = oneAtATime;
        this.timeline = timeline;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "REVIEW";
    }

    @Override
    public String step() {
        return "RATING";
    }

    @Override
    public Class<RatingJudgement> form() {
        return RatingJudgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, RatingJudgement form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        String reason = Texts.clean(form.reason());
        REASON.violation(reason).ifPresent(JudgeRating::refuse);
        Outcome outcome = Outcome.valueOf(form.outcome());
        if (outcome == Outcome.REOPEN) {
            requireOpen(item.campaign());
        }
        Rating rating = ratings.undecided(item.caseNumber());
        rating.judge(outcome, reason, actor.username(), clock.instant());
        timeline.add(rating.answer().proposal(), note(outcome, reason), actor);
        acts.fire(Act.onCase(actor.username(), "RATING_" + outcome, item.caseNumber(), reason));
        return Map.of("outcome", outcome.name());
    }

    /** Waits for whoever closes the campaign at this moment: nothing is reopened behind its back. */
    private void requireOpen(String campaign) {
        oneAtATime.in(campaign);
        if (campaigns.byCode(campaign).stateAt(clock.instant()) == CampaignState.CLOSED) {
            throw Refusal.conflict("征集活动已结案，不能重新办理；可以维持原结果，并向建议人说明。");
        }
    }

    private static Note note(Outcome outcome, String reason) {
        return outcome == Outcome.REOPEN ? Note.internal("同意重新办理：" + reason)
                : new Note("我们已研究您的评价，维持原来的办理结果。", "维持原结果：" + reason);
    }

    private static void refuse(Violation violation) {
        throw Refusal.invalid(violation.field(), violation.message());
    }
}
