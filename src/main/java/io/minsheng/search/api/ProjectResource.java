package io.minsheng.search.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.calendar.Light;
import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.implementation.ViewProject;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.supervision.SupervisionAnswer;
import io.minsheng.supervision.SupervisionView;
import io.minsheng.supervision.ViewSupervision;

/** The published projects, for staff. */
@Path("/api/v1/projects")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "项目")
public class ProjectResource {

    private final ViewProject viewProject;
    private final ViewSupervision supervisions;
    private final CurrentActor actor;

    ProjectResource(ViewProject viewProject, ViewSupervision supervisions, CurrentActor actor) {
        this.viewProject = viewProject;
        this.supervisions = supervisions;
        this.actor = actor;
    }

    /**
     * A project and how it stands.
     *
     * @param investment 年度投资计划 in 万元
     * @param share per cent of it that has been invested
     * @param supervisions those that the reader may see; only when one project is shown
     * @param reportDueAt until when the next report should be there; absent when none is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProjectAnswer(String id, String campaign, String listId, String title, String category, String target,
            List<String> leads,
            List<String> assists, String due, int suggestions, int people, OffsetDateTime publishedAt, ProgressStatus status,
            Light light, BigDecimal investment, BigDecimal invested, BigDecimal share, OffsetDateTime reportDueAt,
            OffsetDateTime closedAt, List<MonthAnswer> months, List<SupervisionAnswer> supervisions) {

        static ProjectAnswer of(ViewProject.View view, List<SupervisionView> supervisions) {
            Project project = view.project();
            ProjectProgress progress = view.progress();
            return new ProjectAnswer(project.id(), project.campaign(), project.listId(), project.title(), project.category(),
                    project.target(),
                    project.leads(), project.assists(), project.due(), project.suggestions(), project.people(),
                    Shanghai.iso(project.publishedAt()), progress.status(), progress.light(), progress.investment(),
                    progress.invested(), progress.share(), Shanghai.iso(progress.reportDueAt()),
                    Shanghai.iso(progress.closedAt()), progress.months().stream().map(MonthAnswer::of).toList(),
                    supervisions == null ? null : supervisions.stream().map(SupervisionAnswer::of).toList());
        }
    }

    /** A month's report, in its last version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MonthAnswer(String month, int version, ProgressStatus status, String text, BigDecimal value,
            BigDecimal invested, OffsetDateTime at) {

        static MonthAnswer of(ProjectProgress.Month month) {
            return new MonthAnswer(month.month(), month.version(), month.status(), month.text(), month.value(),
                    month.invested(), Shanghai.iso(month.at()));
        }
    }

    @GET
    @Operation(summary = "已公布的项目及进展", description = "新公布的在前。")
    public Page<ProjectAnswer> list(@QueryParam("campaign") String campaign, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        return viewProject.page(campaign == null || campaign.isBlank() ? null : campaign,
                Paging.of(page, size, null, Map.of("publishedAt", "publishedAt"), "publishedAt,desc"))
                .map(each -> ProjectAnswer.of(each, null));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一个项目及逐月进展")
    public ProjectAnswer show(@PathParam("id") String id) {
        return ProjectAnswer.of(viewProject.view(id), supervisions.ofProject(id, actor.get()));
    }
}
