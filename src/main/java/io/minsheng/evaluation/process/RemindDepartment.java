package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.RemindPart;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** 催办: an overdue department is reminded, once. */
@Singleton
public class RemindDepartment implements Step {

    private final RemindPart remindPart;

    RemindDepartment(RemindPart remindPart) {
        this.remindPart = remindPart;
    }

    @Override
    public void perform(Token token) {
        remindPart.remind(token.caseNumber(), token.text("roundId"), token.text("organisation"));
    }
}
