package io.minsheng.triage.web;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.TaskView;

/** Shows a question before it goes out as its author will read it. */
@Singleton
class PreviewQuestion {

    private static final int LONGEST_WAIT = 60;

    private final DueDates dueDates;
    private final InstantSource clock;

    PreviewQuestion(DueDates dueDates, InstantSource clock) {
        this.dueDates = dueDates;
        this.clock = clock;
    }

    String of(TaskView task, String question, Integer workingDays) {
        String clean = Texts.cleanOrNull(question);
        if (clean == null) {
            throw Refusal.invalid("question", "请填写要问的问题。");
        }
        if (workingDays == null || workingDays < 1 || workingDays > LONGEST_WAIT) {
            throw Refusal.invalid("workingDays", "答复期限应为 1 至 60 个工作日。");
        }
        return clean + "\n（请在" + Shanghai.sayDate(dueDates.due(clock.instant(), workingDays).at().minusNanos(1)) + "前答复）";
    }
}
