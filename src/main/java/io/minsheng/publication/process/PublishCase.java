package io.minsheng.publication.process;

import jakarta.inject.Singleton;

import io.minsheng.implementation.FollowProject;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The case is part of a published project, and everybody may know. */
@Singleton
class PublishCase implements Step {

    private final Proposals proposals;
    private final Projects projects;
    private final MoveCase moveCase;
    private final FollowProject followProject;

    PublishCase(Proposals proposals, Projects projects, MoveCase moveCase, FollowProject followProject) {
        this.proposals = proposals;
        this.projects = projects;
        this.moveCase = moveCase;
        this.followProject = followProject;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        proposals.hold(proposal);
        if (proposal.disposition() == Disposition.ADOPTED) {
            return;
        }
        Project project = projects.ofItem(proposal.candidateItem()).orElseThrow();
        moveCase.end(Disposition.ADOPTED, "纳入民生实事项目“" + project.title() + "”", proposal,
                Note.forAuthor("您的建议已纳入公布的民生实事项目“" + project.title() + "”。"), Actor.SYSTEM);
        // its first report may have come in before this case heard of the publication
        followProject.follow(project, proposal);
    }
}
