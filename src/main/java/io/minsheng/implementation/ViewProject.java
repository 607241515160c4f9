package io.minsheng.implementation;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.UnitNames;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Labels;
import io.quarkus.qute.TemplateData;

/** Shows published projects to the staff. They are public, so nothing of them is hidden from anyone. */
@ApplicationScoped
public class ViewProject {

    private final Projects projects;
    private final ReadProgress readProgress;
    private final ReportMonths months;
    private final Labels labels;
    private final UnitNames names;

    ViewProject(Projects projects, ReadProgress readProgress, ReportMonths months, Labels labels, UnitNames names) {
        this.projects = projects;
        this.readProgress = readProgress;
        this.months = months;
        this.labels = labels;
        this.names = names;
    }

    /**
     * A project.
     *
     * @param due 完成时限 in words, or empty
     * @param openMonths the months a report can be about now, the newest first
     */
    @TemplateData
    public record View(Project project, String category, String leads, String assists, String due, ProjectProgress progress,
            List<YearMonth> openMonths) {

        public boolean isReported(YearMonth month) {
            return progress.months().stream().anyMatch(each -> each.month().equals(month.toString()));
        }
    }

    /**
     * The published project with this id.
     *
     * @throws Refusal 404 unknown or not published yet
     */
    @Transactional
    public View view(String id) {
        Project project = projects.byId(id);
        if (project.publishedAt() == null) {
            throw Refusal.notFound("没有这个项目。");
        }
        return view(project, readProgress.of(project), months.open(project));
    }

    /**
     * The published projects, newest list first.
     *
     * @param campaign code, or null for all
     */
    @Transactional
    public Page<View> page(String campaign, Paging paging) {
        Page<Project> found = projects.published(campaign, paging);
        Map<String, ProjectProgress> progress = readProgress.of(found.items());
        return found.map(each -> view(each, progress.get(each.id()), List.of()));
    }

    private View view(Project project, ProjectProgress progress, List<YearMonth> open) {
        return new View(project, labels.category(project.campaign(), project.category()), names.join(project.leads()),
                names.join(project.assists()), DueText.of(project.due()), progress, open);
    }
}
