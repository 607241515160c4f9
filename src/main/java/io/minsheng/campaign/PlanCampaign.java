package io.minsheng.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;

/** Sets up a new campaign as the office plans it. */
@ApplicationScoped
public class PlanCampaign {

    /** It begins every case number (contract). */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");

    private final Campaigns campaigns;
    private final CheckPlan check;
    private final OpenCampaign openCampaign;

    PlanCampaign(Campaigns campaigns, CheckPlan check, OpenCampaign openCampaign) {
        this.campaigns = campaigns;
        this.check = check;
        this.openCampaign = openCampaign;
    }

    /**
     * @param opens from when suggestions are taken
     * @param closes exclusive end
     * @throws Refusal 400, 403 not the chief, 409 there is one with this code
     */
    @Transactional
    public Campaign plan(String code, Instant opens, Instant closes, CampaignPlan wanted, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以设立征集活动。");
        }
        String given = code == null ? "" : code.strip();
        CampaignPlan plan = CheckPlan.clean(wanted);
        List<Violation> violations = new ArrayList<>();
        if (!CODE.matcher(given).matches()) {
            violations.add(new Violation("code", "代码用 2 到 12 个大写字母或数字，例如 DZ2026。"));
        }
        if (opens == null) {
            violations.add(new Violation("opens", "请填写开始日期。"));
        }
        if (closes == null) {
            violations.add(new Violation("closes", "请填写截止日期。"));
        }
        if (opens != null && closes != null) {
            CallDates.check(opens, closes, violations);
        }
        violations.addAll(check.violations(given, plan));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        if (campaigns.findById(given) != null) {
            throw Refusal.conflict("已经有代码为 " + given + " 的征集活动。");
        }
        return openCampaign.open(new Campaign(given, opens, closes, plan), actor);
    }
}
