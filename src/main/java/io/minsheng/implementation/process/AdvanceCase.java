package io.minsheng.implementation.process;

import jakarta.inject.Singleton;

import io.minsheng.implementation.FollowProject;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** One case of the project follows it: each in a job of its own, in the order of receipt, which does not change. */
@Singleton
class AdvanceCase implements Step {

    private final Projects projects;
    private final Proposals proposals;
    private final FollowProject followProject;

    AdvanceCase(Projects projects, Proposals proposals, FollowProject followProject) {
        this.projects = projects;
        this.proposals = proposals;
        this.followProject = followProject;
    }

    @Override
    public void perform(Token token) {
        Project project = projects.byId(token.text("projectId"));
        proposals.ofItem(project.itemId(), token.number("loopCounter"))
                .ifPresent(each -> followProject.follow(project, each));
    }
}
