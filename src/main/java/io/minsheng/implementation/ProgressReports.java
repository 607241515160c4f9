package io.minsheng.implementation;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The monthly reports of all projects, all versions. */
@ApplicationScoped
public class ProgressReports implements PanacheRepositoryBase<ProgressReport, String> {

    private final InstantSource clock;

    ProgressReports(InstantSource clock) {
        this.clock = clock;
    }

    /** The report of the newest month, in its last version; without what the office took back. */
    public Optional<ProgressReport> newest(Project project) {
        return find("projectId = ?1 and undoneAt is null order by month desc, version desc", project.id())
                .firstResultOptional();
    }

    /** By id of the project: the reports that count, the newest month first. One statement. */
    public Map<String, List<ProgressReport>> counting(Collection<String> projects) {
        Map<String, Map<YearMonth, ProgressReport>> last = new LinkedHashMap<>();
        if (!projects.isEmpty()) {
            for (ProgressReport each : list("projectId in ?1 and undoneAt is null order by month desc, version desc",
                    projects)) {
                last.computeIfAbsent(each.projectId(), any -> new LinkedHashMap<>()).putIfAbsent(each.month(), each);
            }
        }
        Map<String, List<ProgressReport>> counting = new LinkedHashMap<>();
        last.forEach((project, byMonth) -> counting.put(project, new ArrayList<>(byMonth.values())));
        return counting;
    }

    boolean anyUndone(Project project) {
        return count("projectId = ?1 and undoneAt is not null", project.id()) > 0;
    }

    /** A new version of a month's report. */
    ProgressReport add(Project project, ProgressReport.Said said, Actor by) {
        int versions = (int) count("projectId = ?1 and month = ?2", project.id(), said.month().toString());
        ProgressReport report = new ProgressReport(project, versions + 1, said, by.username(), clock.instant());
        persist(report);
        flush();
        return report;
    }
}
