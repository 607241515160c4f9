package io.minsheng.decision.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.decision.ListState;
import io.minsheng.decision.ListView;
import io.minsheng.decision.Result;
import io.minsheng.decision.ViewList;
import io.minsheng.workflow.Processes.FanOut;

/** Lists of candidates for programs. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class ListResource {

    private final ViewList viewList;

    ListResource(ViewList viewList) {
        this.viewList = viewList;
    }

    /** A list; {@code digest} once it is frozen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListAnswer(String id, String campaign, int number, String title, ListState state, int version, String digest,
            FanOut fanOut, List<ItemAnswer> items) {
    }

    /** A candidate; {@code cases} are case numbers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemAnswer(String id, String title, String category, String target, List<String> leads,
            List<String> assists, String due, List<String> cases, int suggestions, int people, Result result, String reason) {

        static ItemAnswer of(ListView.Item item) {
            return new ItemAnswer(item.id(), item.title(), item.category(), item.target(), item.leads(), item.assists(),
                    item.due(), item.support().cases().stream().map(ListView.CaseRow::caseNumber).toList(),
                    item.support().suggestions(), item.support().people(), item.result(), item.reason());
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份备选名单")
    public ListAnswer one(@PathParam("id") String id) {
        ListView list = viewList.view(id);
        return new ListAnswer(list.id(), list.campaign(), list.number(), list.title(), list.state(), list.version(),
                list.freeze().digest(), list.fanOut(), list.items().stream().map(ItemAnswer::of).toList());
    }
}
