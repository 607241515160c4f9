package io.minsheng.implementation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.calendar.Light;
import io.minsheng.implementation.ProjectProgress.Month;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Reads how projects stand; three statements for any number of them. */
@ApplicationScoped
public class ReadProgress {

    private static final Duration SOON = Duration.ofDays(30);

    private final ProgressReports reports;
    private final ProgressPhotos photos;
    private final WorkItems items;
    private final InstantSource clock;

    ReadProgress(ProgressReports reports, ProgressPhotos photos, WorkItems items, InstantSource clock) {
        this.reports = reports;
        this.photos = photos;
        this.items = items;
        this.clock = clock;
    }

    public ProjectProgress of(Project project) {
        return of(List.of(project)).get(project.id());
    }

    /** By id of the project. */
    public Map<String, ProjectProgress> of(Collection<Project> projects) {
        List<String> ids = projects.stream().map(Project::id).toList();
        Map<String, List<ProgressReport>> reported = reports.counting(ids);
        Map<String, List<ProgressPhoto>> everPublic = photos.everPublic(ids).stream()
                .collect(Collectors.groupingBy(ProgressPhoto::projectId));
        Map<String, Instant> due = new LinkedHashMap<>();
        items.openOn(SubjectType.PROJECT, ids).stream().filter(each -> each.queue().equals("PROGRESS"))
                .forEach((WorkItem each) -> due.put(each.subjectId(), each.dueAt()));
        Map<String, ProjectProgress> progress = new LinkedHashMap<>();
        for (Project each : projects) {
            List<ProgressPhoto> shown = everPublic.getOrDefault(each.id(), List.of());
            List<Month> months = reported.getOrDefault(each.id(), List.of()).stream()
                    .map(report -> Month.of(report, each.campaign(), shown)).toList();
            Instant reportDue = due.get(each.id());
            progress.put(each.id(), new ProjectProgress(light(each, months, reportDue),
                    ProjectProgress.plain(each.investment()), months, reportDue, each.closedAt()));
        }
        return progress;
    }

    private Light light(Project project, List<Month> months, Instant reportDue) {
        ProgressStatus status = months.isEmpty() ? null : months.get(0).status();
        if (status == ProgressStatus.COMPLETED) {
            return Light.GREEN;
        }
        Instant now = clock.instant();
        Instant end = end(project);
        if (isOver(reportDue, now) || isOver(end, now)) {
            return Light.RED;
        }
        return status == ProgressStatus.NEXT_YEAR || isOver(end, now.plus(SOON)) ? Light.YELLOW : Light.GREEN;
    }

    private static boolean isOver(Instant due, Instant now) {
        return due != null && !now.isBefore(due);
    }

    /** When the project should be done; null when its 完成时限 is no date. */
    private static Instant end(Project project) {
        try {
            return project.due() == null ? null : Shanghai.startOf(LocalDate.parse(project.due()).plusDays(1));
        } catch (DateTimeParseException words) {
            return null;
        }
    }
}
