package io.minsheng.campaign.api;

import java.time.InstantSource;
import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.ChangeDates;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** Moves the dates of a call. */
@Path("/api/v1/campaigns/{code}/dates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CHIEF")
@Tag(name = "工作人员")
public class CampaignDatesResource {

    private final ChangeDates changeDates;
    private final CurrentActor actor;
    private final InstantSource clock;

    CampaignDatesResource(ChangeDates changeDates, CurrentActor actor, InstantSource clock) {
        this.changeDates = changeDates;
        this.actor = actor;
        this.clock = clock;
    }

    /** New dates; what is absent stays. {@code closes} is exclusive. */
    public record NewDates(OffsetDateTime opens, OffsetDateTime closes, String reason) {
    }

    /** The dates as they are now, and what follows from them. */
    public record Dates(String code, OffsetDateTime opens, OffsetDateTime closes, CampaignState state) {
    }

    @POST
    @Transactional
    @Operation(summary = "调整征集时间")
    public Dates change(@PathParam("code") String code, NewDates wanted) {
        if (wanted == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        Campaign campaign = changeDates.change(code, wanted.opens() == null ? null : wanted.opens().toInstant(),
                wanted.closes() == null ? null : wanted.closes().toInstant(), wanted.reason(), actor.get());
        return new Dates(campaign.code(), Shanghai.iso(campaign.opens()), Shanghai.iso(campaign.closes()),
                campaign.stateAt(clock.instant()));
    }
}
