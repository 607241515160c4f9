package io.minsheng.triage.topics.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Stage;
import io.minsheng.triage.topics.DismissTopic;
import io.minsheng.triage.topics.ListTopics;

/** 热点. */
@Path("/api/v1/topics")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "分类整理")
public class TopicResource {

    private final ListTopics listTopics;
    private final DismissTopic dismissTopic;
    private final Campaigns campaigns;
    private final CurrentActor actor;

    TopicResource(ListTopics listTopics, DismissTopic dismissTopic, Campaigns campaigns, CurrentActor actor) {
        this.listTopics = listTopics;
        this.dismissTopic = dismissTopic;
        this.campaigns = campaigns;
        this.actor = actor;
    }

    /** One of its cases. */
    public record CaseAnswer(String caseNumber, String title, String township, Stage stage, OffsetDateTime receivedAt,
            boolean mergeable) {

        static CaseAnswer of(ListTopics.Member each) {
            return new CaseAnswer(each.caseNumber(), each.title(), each.township(), each.stage(),
                    Shanghai.iso(each.receivedAt()), each.mayJoin());
        }
    }

    /** A topic; townships with the most cases first; of its cases, of which there are {@code total}, the first twenty. */
    public record TopicAnswer(String id, String title, int suggestions, int people, List<String> townships,
            OffsetDateTime firstReceivedAt, OffsetDateTime lastReceivedAt, int total, List<CaseAnswer> cases) {

        static TopicAnswer of(ListTopics.View each) {
            return new TopicAnswer(each.id(), each.title(), each.suggestions(), each.people(), each.townships(),
                    Shanghai.iso(each.first()), Shanghai.iso(each.last()), each.cases(),
                    each.members().stream().map(CaseAnswer::of).toList());
        }
    }

    /** Why it is put aside; may be left out. */
    public record DismissBody(String reason) {
    }

    @GET
    @Operation(summary = "热点：想法相同的建议", description = "后台随收随算，至少三条；dismissed=true 查看已忽略的。cases 是最早的二十条，total 是总数。")
    public Page<TopicAnswer> list(@QueryParam("campaign") String campaign,
            @DefaultValue("false") @QueryParam("dismissed") boolean dismissed, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        if (campaign == null || campaign.isBlank()) {
            throw Refusal.invalid("campaign", "请给出征集活动的代码。");
        }
        Paging paging = Paging.of(page, size, null, Map.of("size", "size"), "size,desc");
        return listTopics.page(campaigns.rules(campaign).code(), dismissed, actor.get(), paging).map(TopicAnswer::of);
    }

    @GET
    @Path("/{id}/cases")
    @Operation(summary = "一个热点的全部案件", description = "先收到的在前。")
    public Page<CaseAnswer> cases(@PathParam("id") String id, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        Paging paging = Paging.of(page, size, null, Map.of("receivedAt", "receivedAt"), "receivedAt,asc");
        return listTopics.cases(id, actor.get(), paging).map(CaseAnswer::of);
    }

    @POST
    @Path("/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "忽略一个热点")
    public void dismiss(@PathParam("id") String id, DismissBody body) {
        dismissTopic.dismiss(id, body == null ? null : body.reason(), actor.get());
    }

    @POST
    @Path("/{id}/restore")
    @Operation(summary = "恢复一个已忽略的热点")
    public void restore(@PathParam("id") String id) {
        dismissTopic.restore(id, actor.get());
    }
}
