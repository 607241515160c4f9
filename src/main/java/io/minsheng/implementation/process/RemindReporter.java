package io.minsheng.implementation.process;

import jakarta.inject.Singleton;

import io.minsheng.implementation.RemindReport;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** 催报: the report of a month is overdue. */
@Singleton
class RemindReporter implements Step {

    private final RemindReport remindReport;

    RemindReporter(RemindReport remindReport) {
        this.remindReport = remindReport;
    }

    @Override
    public void perform(Token token) {
        remindReport.remind(token.text("projectId"));
    }
}
