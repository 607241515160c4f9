package io.minsheng.intake.mail.process;

import jakarta.inject.Singleton;

import io.minsheng.intake.mail.CarryOutReview;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Makes a case of a mail, as a person decided. */
@Singleton
class RegisterFromMessage implements Step {

    private final CarryOutReview review;

    RegisterFromMessage(CarryOutReview review) {
        this.review = review;
    }

    @Override
    public void perform(Token token) {
        review.carryOut(token.text("messageId"));
    }
}
