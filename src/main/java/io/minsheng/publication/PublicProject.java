package io.minsheng.publication;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.proposal.Proposal;

/** The published project that holds a suggestion. */
@ApplicationScoped
public class PublicProject {

    private final Projects projects;

    PublicProject(Projects projects) {
        this.projects = projects;
    }

    /** Empty until published. */
    public Optional<Project> of(Proposal proposal) {
        return projects.ofItem(proposal.candidateItem()).filter(each -> each.publishedAt() != null);
    }
}
