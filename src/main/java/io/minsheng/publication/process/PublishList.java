package io.minsheng.publication.process;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateList;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.ListState;
import io.minsheng.decision.Result;
import io.minsheng.decision.TellCases;
import io.minsheng.implementation.BeginImplementation;
import io.minsheng.implementation.Projects;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The list and its projects are public; the cases of adopted items hear of it. */
@Singleton
class PublishList implements Step {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final Projects projects;
    private final TellCases tellCases;
    private final BeginImplementation beginImplementation;
    private final InstantSource clock;

    PublishList(CandidateLists lists, Candidates candidates, Projects projects, TellCases tellCases,
            BeginImplementation beginImplementation, InstantSource clock) {
        this.lists = lists;
        this.candidates = candidates;
        this.projects = projects;
        this.tellCases = tellCases;
        this.beginImplementation = beginImplementation;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        CandidateList list = lists.byId(token.text("listId"));
        if (list.state() == ListState.PUBLISHED) {
            return;
        }
        Instant now = clock.instant();
        projects.ofList(list.id()).forEach(each -> beginImplementation.begin(each, now));
        list.publish();
        tellCases.tell(MessageName.PUBLISHED, list,
                candidates.ofList(list.id()).stream().filter(each -> each.result() == Result.ADOPTED).toList());
    }
}
