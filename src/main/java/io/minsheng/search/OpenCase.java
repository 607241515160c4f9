package io.minsheng.search;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueWords;
import io.minsheng.calendar.Light;
import io.minsheng.evaluation.Opinions;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.ViewCase;
import io.minsheng.search.CaseFile.OpenTaskView;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Opens one case with all that has been written about it. */
@ApplicationScoped
public class OpenCase {

    private final ViewCase viewCase;
    private final WorkItems items;
    private final Opinions opinions;
    private final AnswerOfCase answers;
    private final Accounts accounts;
    private final DueWords dueWords;
    private final InstantSource clock;

    OpenCase(ViewCase viewCase, WorkItems items, Opinions opinions, AnswerOfCase answers, Accounts accounts,
            DueWords dueWords, InstantSource clock) {
        this.viewCase = viewCase;
        this.items = items;
        this.opinions = opinions;
        this.answers = answers;
        this.accounts = accounts;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /**
     * The case as this person may see it.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public CaseFile open(String caseNumber, Actor actor) {
        return new CaseFile(viewCase.view(caseNumber, actor), tasks(caseNumber, actor), opinions.of(caseNumber, actor),
                answers.seenBy(caseNumber, actor));
    }

    private List<OpenTaskView> tasks(String caseNumber, Actor actor) {
        List<WorkItem> open = items.openOn(caseNumber);
        Map<String, String> names = accounts
                .namesOf(open.stream().map(WorkItem::assignee).filter(Objects::nonNull).distinct().toList());
        Instant now = clock.instant();
        return open.stream().map(item -> new OpenTaskView(item.id(), item.queue(), item.step(), item.name(),
                item.organisation(), item.assignee(), item.assignee() == null ? null : names.get(item.assignee()),
                item.dueAt(), Light.at(now, item.yellowAt(), item.dueAt()).name(), dueWords.say(now, item.dueAt()),
                WorkItems.mayWorkOn(item, actor) && !item.frozen())).toList();
    }
}
