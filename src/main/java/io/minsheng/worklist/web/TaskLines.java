package io.minsheng.worklist.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueWords;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Labels;
import io.minsheng.worklist.CaseReaders;
import io.minsheng.worklist.CaseReaders.Reader;
import io.minsheng.worklist.Task;

/** Puts names to the codes of tasks; one statement for all people's names, one for all who have their cases open. */
@Singleton
class TaskLines {

    private final Labels labels;
    private final DueWords dueWords;
    private final Accounts accounts;
    private final CaseReaders readers;
    private final InstantSource clock;

    TaskLines(Labels labels, DueWords dueWords, Accounts accounts, CaseReaders readers, InstantSource clock) {
        this.labels = labels;
        this.dueWords = dueWords;
        this.accounts = accounts;
        this.readers = readers;
        this.clock = clock;
    }

    List<TaskLine> of(List<Task> tasks, Actor actor) {
        Map<String, String> names = accounts
                .namesOf(tasks.stream().map(Task::assignee).filter(Objects::nonNull).distinct().toList());
        Map<String, List<Reader>> here = readers
                .others(tasks.stream().map(Task::caseNumber).filter(Objects::nonNull).distinct().toList(), actor);
        Instant now = clock.instant();
        return tasks.stream().map(task -> new TaskLine(task, labels.category(task.campaign(), task.category()),
                labels.township(task.township()), labels.channel(task.channel()), labels.organisation(task.organisation()),
                dueWords.say(now, task.dueAt()) + (task.provisional() ? "（暂定）" : ""),
                task.assignee() == null ? "" : names.get(task.assignee()), actor.username().equals(task.assignee()),
                readers(task, here)))
                .toList();
    }

    private static String readers(Task task, Map<String, List<Reader>> here) {
        return task.caseNumber() == null ? ""
                : here.getOrDefault(task.caseNumber(), List.of()).stream().map(Reader::name).collect(Collectors.joining("、"));
    }
}
