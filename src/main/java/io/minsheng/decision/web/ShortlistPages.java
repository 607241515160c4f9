package io.minsheng.decision.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.decision.ListState;
import io.minsheng.decision.ListView;
import io.minsheng.decision.Rank;
import io.minsheng.decision.SaveDraft;
import io.minsheng.decision.ViewList;
import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.UnitNames;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The shortlist board: candidates ranked by people and score, edited and put on the list. */
@Path("/staff/tasks/shortlist")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class ShortlistPages {

    private final ShowTask showTask;
    private final ViewList viewList;
    private final UnitNames names;
    private final SaveDraft drafts;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    ShortlistPages(ShowTask showTask, ViewList viewList, UnitNames names, SaveDraft drafts, CompleteWorkItem completeWorkItem,
            CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.viewList = viewList;
        this.names = names;
        this.drafts = drafts;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance shortlist(TaskHead task, ListView list, Rank rank, Rank[] ranks, Board board,
                UnitNames names, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @QueryParam("rank") String code) {
        TaskHead task = showTask.head(id, "SHORTLIST", actor.get());
        Rank rank = Rank.of(code);
        ListView list = viewList.view(task.subjectId(), rank);
        if (!task.open() || list.state() != ListState.OPEN) {
            return url.goTo("/staff/lists/" + list.id());
        }
        return page(200, task, list, rank, Board.of(list, drafts.last(list.id()), names), FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response freeze(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        TaskHead task = showTask.head(id, "SHORTLIST", actor.get());
        ListView list = viewList.view(task.subjectId());
        Board board = Board.typed(list, form, names);
        try {
            if (form.containsKey("draft")) {
                drafts.save(list.id(), board.form(names), actor.get());
                return url.goTo("/staff/lists/" + list.id() + "/versions?done=saved");
            }
            completeWorkItem.completeForm(id, board.form(names), actor.get());
            return url.goTo("/staff/lists/" + list.id() + "?done=frozen");
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, list, Rank.PEOPLE, board, board.errors(refusal));
        }
    }

    private Response page(int status, TaskHead task, ListView list, Rank rank, Board board, FormErrors errors) {
        return Html.page(status, Templates.shortlist(task, list, rank, Rank.values(), board, names, errors));
    }
}
