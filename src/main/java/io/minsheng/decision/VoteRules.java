package io.minsheng.decision;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How each campaign votes. */
@ApplicationScoped
public class VoteRules implements PanacheRepositoryBase<VoteRule, String> {

    private static final int MOST = 500;

    private final Campaigns campaigns;
    private final Event<Act> acts;

    VoteRules(Campaigns campaigns, Event<Act> acts) {
        this.campaigns = campaigns;
        this.acts = acts;
    }

    /**
     * The terms of a campaign; the usual ones while nobody has set others.
     *
     * @throws Refusal 404
     */
    @Transactional
    public Terms of(String campaign) {
        campaigns.byCode(campaign);
        return findByIdOptional(campaign).map(VoteRule::terms).orElse(Terms.USUAL);
    }

    /**
     * Sets the terms for votes that are opened from now on.
     *
     * @param threshold per cent
     * @throws Refusal 400; 403 not the chief; 404
     */
    @Transactional
    public Terms change(String campaign, VoteMode mode, Integer choices, Integer seats, Integer threshold, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以设置投票办法。");
        }
        campaigns.byCode(campaign);
        List<Violation> violations = new ArrayList<>();
        if (mode == null) {
            violations.add(new Violation("mode", "请选择投票方式：CHOOSE（勾选）或 RANK（排序）。"));
        }
        within("choices", "每张票最多可选", choices, 1, MOST, violations);
        within("seats", "名额", seats, 1, MOST, violations);
        within("threshold", "得票比例（%）", threshold, 0, 100, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Terms terms = new Terms(mode, choices, seats, threshold);
        findByIdOptional(campaign).ifPresentOrElse(each -> each.change(terms), () -> persist(new VoteRule(campaign, terms)));
        acts.fire(new Act(actor.username(), "VOTE_RULE", "CAMPAIGN", campaign, null,
                mode + " choices=" + choices + " seats=" + seats + " threshold=" + threshold));
        return terms;
    }

    private static void within(String field, String label, Integer number, int least, int most, List<Violation> violations) {
        if (number == null || number < least || number > most) {
            violations.add(new Violation(field, label + "应为 " + least + " 至 " + most + " 的整数。"));
        }
    }
}
