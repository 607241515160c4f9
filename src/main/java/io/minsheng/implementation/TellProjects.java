package io.minsheng.implementation;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.proposal.PublicProjects;

/** Tells of published projects where everyone begins to read. */
@ApplicationScoped
class TellProjects implements PublicProjects {

    private final Projects projects;
    private final ReadProgress readProgress;

    TellProjects(Projects projects, ReadProgress readProgress) {
        this.projects = projects;
        this.readProgress = readProgress;
    }

    @Override
    @Transactional
    public List<PublicProject> newest(String campaign, int most) {
        List<Project> found = projects.newest(campaign, most);
        Map<String, ProjectProgress> progress = readProgress.of(found);
        return found.stream().map(each -> new PublicProject(each.id(), each.title(), each.category(),
                standing(progress.get(each.id())))).toList();
    }

    private static String standing(ProjectProgress progress) {
        return progress.status() == null ? "推进中" : progress.status().label();
    }
}
