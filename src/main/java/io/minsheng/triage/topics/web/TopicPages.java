package io.minsheng.triage.topics.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.triage.topics.DismissTopic;
import io.minsheng.triage.topics.ListTopics;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** 热点: what many want, with the cases ticked for merging. */
@Path("/staff/topics")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class TopicPages {

    private static final int SIZE = 20;
    /** As many as can be merged at once. */
    private static final int CASES = 50;

    private final ListTopics listTopics;
    private final DismissTopic dismissTopic;
    private final Campaigns campaigns;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    TopicPages(ListTopics listTopics, DismissTopic dismissTopic, Campaigns campaigns, CurrentActor actor, PublicUrl url,
            InstantSource clock) {
        this.listTopics = listTopics;
        this.dismissTopic = dismissTopic;
        this.campaigns = campaigns;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "topics")
    static class Templates {
        static native TemplateInstance list(Page<ListTopics.View> page, String campaign, List<Choice> campaigns,
                boolean dismissed, String href);

        static native TemplateInstance cases(Page<ListTopics.Member> page, boolean mergeable, String href);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("campaign") String campaign, @QueryParam("dismissed") boolean dismissed,
            @QueryParam("page") Integer page) {
        List<Choice> all = campaigns.newestFirst().stream().map(each -> new Choice(each.code(), each.title())).toList();
        String code = all.stream().map(Choice::code).filter(each -> each.equals(campaign)).findFirst()
                .orElseGet(() -> campaigns.current(clock.instant()).map(CampaignRules::code)
                        .orElseGet(() -> all.isEmpty() ? "" : all.get(0).code()));
        Paging paging = Paging.of(page, SIZE, null, Map.of("size", "size"), "size,desc");
        return Templates.list(listTopics.page(code, dismissed, actor.get(), paging), code, all, dismissed,
                "/staff/topics?campaign=" + code + "&" + (dismissed ? "dismissed=true&" : ""));
    }

    /** All cases of one. */
    @GET
    @Path("/{id}")
    public TemplateInstance cases(@PathParam("id") String id, @QueryParam("page") Integer page) {
        Paging paging = Paging.of(page, CASES, null, Map.of("receivedAt", "receivedAt"), "receivedAt,asc");
        Page<ListTopics.Member> found = listTopics.cases(id, actor.get(), paging);
        return Templates.cases(found, ListTopics.mergeable(found.items()), "/staff/topics/" + id + "?");
    }

    @POST
    @Path("/{id}/dismiss")
    public Response dismiss(@PathParam("id") String id, @FormParam("reason") String reason) {
        return back(() -> dismissTopic.dismiss(id, reason, actor.get()), "/staff/topics");
    }

    @POST
    @Path("/{id}/restore")
    public Response restore(@PathParam("id") String id) {
        return back(() -> dismissTopic.restore(id, actor.get()), "/staff/topics?dismissed=true");
    }

    /** Somebody else was quicker: the list says how it stands. */
    private Response back(Runnable act, String path) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
        }
        return url.goTo(path);
    }
}
