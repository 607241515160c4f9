package io.minsheng.intake.mail.process;

import jakarta.inject.Singleton;

import io.minsheng.intake.mail.CarryOutReview;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Lets a mail rest, with the reason that a person gave. */
@Singleton
class IgnoreMessage implements Step {

    private final CarryOutReview review;

    IgnoreMessage(CarryOutReview review) {
        this.review = review;
    }

    @Override
    public void perform(Token token) {
        review.carryOut(token.text("messageId"));
    }
}
