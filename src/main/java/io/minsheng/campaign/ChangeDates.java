package io.minsheng.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;

/** Moves the opening or the end of a call, with a reason that stays in the audit log. */
@ApplicationScoped
public class ChangeDates {

    private static final LengthRule REASON = LengthRule.reason("reason", "调整理由").needed();

    private final Campaigns campaigns;
    private final Event<Act> acts;

    ChangeDates(Campaigns campaigns, Event<Act> acts) {
        this.campaigns = campaigns;
        this.acts = acts;
    }

    /**
     * @param opens new opening, or null to keep it
     * @param closes new exclusive end, or null to keep it
     * @throws Refusal 400, 403 not the chief, 404, 409 already closed
     */
    @Transactional
    public Campaign change(String code, Instant opens, Instant closes, String reason, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以调整征集时间。");
        }
        // held: written beside a closing, the dates would write that it is not closed
        Campaign campaign = campaigns.held(code);
        if (campaign.closedAt() != null) {
            throw Refusal.conflict("征集活动已结案，不能再调整时间。");
        }
        Instant newOpens = opens == null ? campaign.opens() : opens;
        Instant newCloses = closes == null ? campaign.closes() : closes;
        List<Violation> violations = new ArrayList<>();
        REASON.check(Texts.clean(reason), violations);
        CallDates.check(newOpens, newCloses, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        campaign.reschedule(newOpens, newCloses);
        campaigns.flush();
        campaigns.changed(code);
        acts.fire(new Act(actor.username(), "CAMPAIGN_DATES", "CAMPAIGN", code, null,
                Shanghai.iso(newOpens) + " - " + Shanghai.iso(newCloses) + " " + Texts.clean(reason)));
        return campaign;
    }

    /**
     * The same for a page on which a day could not be read; it is null then.
     *
     * @throws Refusal as above, always if a day could not be read
     */
    @Transactional
    public Campaign change(String code, Instant opens, Instant closes, String reason, Unreadable unreadable, Actor actor) {
        return unreadable.besides(() -> change(code, opens, closes, reason, actor));
    }
}
