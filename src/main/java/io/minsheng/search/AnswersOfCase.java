package io.minsheng.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ReadersMask;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.Rating;
import io.minsheng.search.CaseFile.AnswerView;
import io.minsheng.search.CaseFile.RatingView;

/** The answers of a case with their ratings: drafts for the office, for everyone else what was released. */
@ApplicationScoped
class AnswersOfCase {

    private final Proposals proposals;
    private final Answers answers;
    private final ReadersMask masks;
    private final Accounts accounts;

    AnswersOfCase(Proposals proposals, Answers answers, ReadersMask masks, Accounts accounts) {
        this.proposals = proposals;
        this.answers = answers;
        this.masks = masks;
        this.accounts = accounts;
    }

    /** Newest first. */
    List<AnswerView> seenBy(String caseNumber, Actor actor) {
        Proposal proposal = proposals.byNumber(caseNumber);
        UnaryOperator<String> mask = masks.of(proposal, actor);
        List<Answers.Rated> all = answers.ratedOf(proposal);
        Map<String, String> names = accounts.namesOf(all.stream().map(Answers.Rated::rating).filter(Objects::nonNull)
                .map(Rating::judgedBy).filter(Objects::nonNull).distinct().toList());
        return all.stream().filter(each -> each.isReleased() || actor.hasAny(Role.TRIAGE, Role.CHIEF))
                .map(each -> view(each.answer(), rating(each.rating(), mask, names), mask)).toList();
    }

    private static AnswerView view(Answer answer, RatingView rating, UnaryOperator<String> mask) {
        return new AnswerView(answer.number(), answer.state().name(), answer.state().label(), mask.apply(answer.text()),
                answer.way() == null ? null : answer.way().label(), mask.apply(answer.notOwedReason()), answer.releasedAt(),
                rating);
    }

    private static RatingView rating(Rating rating, UnaryOperator<String> mask, Map<String, String> names) {
        return rating == null ? null
                : new RatingView(rating.satisfaction(), mask.apply(rating.words()), rating.ratedAt(), rating.outcome(),
                        mask.apply(rating.outcomeReason()), rating.judgedBy() == null ? null : names.get(rating.judgedBy()),
                        rating.judgedAt());
    }
}
