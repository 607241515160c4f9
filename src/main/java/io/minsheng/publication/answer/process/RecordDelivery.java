package io.minsheng.publication.answer.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.answer.Answers;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The answer has reached the author. */
@Singleton
class RecordDelivery implements Step {

    private final Answers answers;
    private final InstantSource clock;

    RecordDelivery(Answers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        answers.ofCase(token.caseNumber()).delivered(Shanghai.date(clock.instant()));
    }
}
