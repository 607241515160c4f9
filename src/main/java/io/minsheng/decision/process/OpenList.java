package io.minsheng.decision.process;

import jakarta.inject.Singleton;

import io.minsheng.decision.OpenRound;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** A round begins with a new list. */
@Singleton
class OpenList implements Step {

    private final OpenRound openRound;

    OpenList(OpenRound openRound) {
        this.openRound = openRound;
    }

    @Override
    public void perform(Token token) {
        token.set("listId", openRound.open(token.campaign()).id());
    }
}
