package io.minsheng.intake.mail.process;

import jakarta.inject.Singleton;

import io.minsheng.intake.mail.CarryOutReview;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Puts a mail to a case that exists, as a person decided. */
@Singleton
class AttachMessage implements Step {

    private final CarryOutReview review;

    AttachMessage(CarryOutReview review) {
        this.review = review;
    }

    @Override
    public void perform(Token token) {
        review.carryOut(token.text("messageId"));
    }
}
