package io.minsheng.decision.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.decision.VoteMode;
import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.decision.VoteRules;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;

/** How a campaign votes on its lists. */
@Path("/api/v1/campaigns/{code}/vote-rule")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class VoteRuleResource {

    private final VoteRules rules;
    private final CurrentActor actor;

    VoteRuleResource(VoteRules rules, CurrentActor actor) {
        this.rules = rules;
        this.actor = actor;
    }

    /** The terms to set. */
    public record TermsBody(VoteMode mode, Integer choices, Integer seats, Integer threshold) {
    }

    @GET
    @Operation(summary = "征集活动的投票办法")
    public Terms show(@PathParam("code") String code) {
        return rules.of(code);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "设置投票办法（CHIEF）", description = "mode 为 CHOOSE 或 RANK；threshold 为得票比例（%）。只影响以后开始的投票。")
    public Terms change(@PathParam("code") String code, TermsBody body) {
        if (body == null) {
            throw Refusal.invalid("mode", "请求内容应为 JSON 对象。");
        }
        return rules.change(code, body.mode(), body.choices(), body.seats(), body.threshold(), actor.get());
    }
}
