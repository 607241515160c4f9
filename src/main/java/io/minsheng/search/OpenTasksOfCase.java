package io.minsheng.search;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueWords;
import io.minsheng.calendar.Light;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.search.CaseFile.OpenTaskView;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** What is to be done on a case, and who does it. */
@Singleton
class OpenTasksOfCase {

    private static final String PAUSED = "合并期间暂停计时";

    private final WorkItems items;
    private final Accounts accounts;
    private final DueWords dueWords;
    private final InstantSource clock;

    OpenTasksOfCase(WorkItems items, Accounts accounts, DueWords dueWords, InstantSource clock) {
        this.items = items;
        this.accounts = accounts;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /** Oldest first. */
    List<OpenTaskView> seenBy(String caseNumber, Actor actor) {
        List<WorkItem> open = items.openOn(caseNumber);
        Map<String, String> names = accounts
                .namesOf(open.stream().map(WorkItem::assignee).filter(Objects::nonNull).distinct().toList());
        Instant now = clock.instant();
        return open.stream().map(item -> new OpenTaskView(item.id(), item.queue(), item.step(), item.name(),
                item.organisation(), item.assignee(), item.assignee() == null ? null : names.get(item.assignee()),
                item.dueAt(), light(item, now).name(), item.frozen() ? PAUSED : dueWords.say(now, item.dueAt()),
                WorkItems.mayWorkOn(item, actor) && !item.frozen())).toList();
    }

    /** A clock that stands still frightens nobody. */
    private static Light light(WorkItem item, Instant now) {
        return item.frozen() ? Light.GREEN : Light.at(now, item.yellowAt(), item.dueAt(), item.urgent());
    }
}
