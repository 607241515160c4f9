package io.minsheng.intake.desk.api;

import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.Target;

/** Body of {@code POST /api/v1/desk/proposals/{caseNumber}/further}; unknown fields are refused. */
public record SentWish(String title, String category, String content, String reason, String township, String place,
        String beneficiaries, Target target) {

    NewProposal.Wish toWish() {
        return new NewProposal.Wish(title, category, content, reason, township, place, beneficiaries,
                target == null ? Target.NONE : target);
    }
}
