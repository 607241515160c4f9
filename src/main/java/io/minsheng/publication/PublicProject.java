package io.minsheng.publication;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Proposal;

/** The published project that holds a suggestion, or the case it is merged into. */
@ApplicationScoped
public class PublicProject {

    private final Projects projects;
    private final MergedCases merged;

    PublicProject(Projects projects, MergedCases merged) {
        this.projects = projects;
        this.merged = merged;
    }

    /** Empty until published. */
    public Optional<Project> of(Proposal proposal) {
        return projects.ofItem(merged.mainOf(proposal).candidateItem()).filter(each -> each.publishedAt() != null);
    }
}
