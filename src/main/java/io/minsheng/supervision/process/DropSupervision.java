package io.minsheng.supervision.process;

import jakarta.inject.Singleton;

import io.minsheng.supervision.DropNotice;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The department has done its work before the chief decided. */
@Singleton
class DropSupervision implements Step {

    private final DropNotice dropNotice;

    DropSupervision(DropNotice dropNotice) {
        this.dropNotice = dropNotice;
    }

    @Override
    public void perform(Token token) {
        dropNotice.drop(token.businessKey());
    }
}
