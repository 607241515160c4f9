package io.minsheng.implementation;

import jakarta.inject.Singleton;

import io.minsheng.workflow.Subject;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.Subjects;

/** What the work list shows of a project. */
@Singleton
class ProjectSubjects implements Subjects {

    private final Projects projects;

    ProjectSubjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public SubjectType type() {
        return SubjectType.PROJECT;
    }

    @Override
    public Subject describe(String id) {
        Project project = projects.byId(id);
        return new Subject(project.title(), project.category(), null, null, project.campaign(), null);
    }
}
