package io.minsheng.implementation;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;

/** The photos go with the report: the office is asked to look at them, by one task for all of a project that wait. */
@Singleton
class SendPhotos {

    private final ProgressPhotos photos;
    private final Projects projects;
    private final WorkItems items;
    private final Processes processes;

    SendPhotos(ProgressPhotos photos, Projects projects, WorkItems items, Processes processes) {
        this.photos = photos;
        this.projects = projects;
        this.items = items;
        this.processes = processes;
    }

    void with(Project project, ProgressReport report) {
        List<ProgressPhoto> sent = photos.drafts(project.id());
        if (sent.isEmpty()) {
            return;
        }
        // somebody may just be ending the task that these would join
        projects.hold(project);
        sent.forEach(each -> each.report(report));
        photos.flush();
        boolean asked = items.openOn(SubjectType.PROJECT, List.of(project.id())).stream()
                .anyMatch(each -> JudgePhotos.STEP.equals(each.step()));
        if (!asked) {
            processes.startBy(MessageName.PHOTOS_SENT, project.id(),
                    Map.of("projectId", project.id(), "campaign", project.campaign()));
        }
    }
}
