package io.minsheng.evaluation.process;

import java.util.Date;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.LengthenPart;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The chief approved: the deadline moves, and the reminder with it. */
@Singleton
public class ExtendPart implements Step {

    private final LengthenPart lengthenPart;

    ExtendPart(LengthenPart lengthenPart) {
        this.lengthenPart = lengthenPart;
    }

    @Override
    public void perform(Token token) {
        token.set("remindAt", Date
                .from(lengthenPart.lengthen(token.caseNumber(), token.text("roundId"), token.text("organisation"))));
    }
}
