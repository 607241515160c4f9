package io.minsheng.campaign;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;

/**
 * Changes what a campaign rules. Once it has begun, what filled-in forms, mails, scores and cases rely on stays; its name, the
 * ways to reach the office, the deadlines of coming tasks, and the hints of categories and principles can still be mended until
 * it is closed.
 */
@ApplicationScoped
public class ChangeCampaign {

    private static final int MOST_TOLD = 2_000;

    private final Campaigns campaigns;
    private final CheckPlan check;
    private final Event<Act> acts;
    private final InstantSource clock;

    ChangeCampaign(Campaigns campaigns, CheckPlan check, Event<Act> acts, InstantSource clock) {
        this.campaigns = campaigns;
        this.check = check;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * @param revision the one that was seen when the change was made
     * @throws Refusal 400, 403 not the chief, 404, 409 closed, or changed by somebody else since
     */
    @Transactional
    public Campaign change(String code, int revision, CampaignPlan wanted, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以修改征集活动。");
        }
        Campaign campaign = campaigns.held(code);
        if (campaign.closedAt() != null) {
            throw Refusal.conflict("征集活动已结案，不能再修改。");
        }
        if (campaign.revision() != revision) {
            throw Refusal.conflict("其他人刚刚修改过这个征集活动，请核对现在的内容后再改。");
        }
        CampaignPlan now = CampaignPlan.of(campaign);
        CampaignPlan plan = CheckPlan.clean(wanted);
        List<Violation> violations = new ArrayList<>(check.violations(code, plan));
        if (campaign.begunAt(clock.instant())) {
            violations.addAll(CheckPlan.fixed(plan, now));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        if (!plan.equals(now)) {
            campaign.forgetLists();
            campaigns.flush();
            campaign.plan(plan);
            campaigns.flush();
            campaigns.changed(code);
            acts.fire(new Act(actor.username(), "CAMPAIGN_CHANGED", "CAMPAIGN", code, null,
                    Texts.shorten(changes(now, plan), MOST_TOLD)));
        }
        return campaign;
    }

    private static String changes(CampaignPlan before, CampaignPlan after) {
        List<String> changes = new ArrayList<>();
        tell("title", before.title(), after.title(), changes);
        tell("projectYear", before.projectYear(), after.projectYear(), changes);
        tell("subjectPhrase", before.contact().subjectPhrase(), after.contact().subjectPhrase(), changes);
        tell("address", before.contact().address(), after.contact().address(), changes);
        tell("mail", before.contact().mail(), after.contact().mail(), changes);
        tell("phone", before.contact().phone(), after.contact().phone(), changes);
        tell("deadlines", before.deadlines(), after.deadlines(), changes);
        tellEach("category", before.categories(), after.categories(), changes);
        tellEach("principle", before.principles(), after.principles(), changes);
        tellEach("field", before.fields(), after.fields(), changes);
        return String.join("; ", changes);
    }

    private static void tell(String what, Object before, Object after, List<String> changes) {
        if (!before.equals(after)) {
            changes.add(what + ": " + before + " -> " + after);
        }
    }

    private static void tellEach(String what, List<?> before, List<?> after, List<String> changes) {
        if (before.equals(after)) {
            return;
        }
        String gone = before.stream().filter(each -> !after.contains(each)).map(Object::toString)
                .collect(Collectors.joining(", "));
        String come = after.stream().filter(each -> !before.contains(each)).map(Object::toString)
                .collect(Collectors.joining(", "));
        changes.add(gone.isEmpty() && come.isEmpty() ? what + ": order" : what + ": " + gone + " -> " + come);
    }
}
