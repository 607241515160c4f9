package io.minsheng.proposal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;

/** Cleans and checks a suggestion before it is registered (contract: lengths; domain: the form, after closes). */
@ApplicationScoped
public class CheckProposal {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    CheckProposal(Campaigns campaigns, Organisations organisations, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * The suggestion with clean texts.
     *
     * @throws Refusal 400 with all fields that do not pass, 404, 409
     */
    public NewProposal checked(NewProposal proposal) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        checkOpen(campaign, proposal.origin());
        NewProposal clean = clean(proposal, campaign);
        List<Violation> violations = violations(clean, campaign);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return clean;
    }

    /**
     * Everything that is wrong with the fields; for forms that have further ones and show all at once.
     *
     * @throws Refusal 404 no such campaign
     */
    public List<Violation> violations(NewProposal proposal) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        return violations(clean(proposal, campaign), campaign);
    }

    /** After the end of the call only the web form is refused; everything else is registered and marked. */
    boolean isLate(NewProposal proposal) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        Origin origin = proposal.origin();
        Instant counts = origin.postmarkedOn() == null ? origin.receivedAt() : Shanghai.startOf(origin.postmarkedOn());
        return !counts.isBefore(campaign.closes());
    }

    private void checkOpen(CampaignRules campaign, Origin origin) {
        CampaignState state = campaign.stateAt(clock.instant());
        boolean accepts = state == CampaignState.OPEN || state == CampaignState.HANDLING && origin.channel() != Channel.WEB;
        if (!accepts) {
            throw Refusal.conflict(switch (state) {
                case DRAFT -> "征集活动尚未开始。";
                case HANDLING -> "征集活动已截止，不再接受网上提交。";
                default -> "征集活动已结案。";
            });
        }
    }

    /** What is wrong with the wish alone, in a campaign of this code. */
    List<Violation> violations(Wish wish, String campaign) {
        return violations(wish, campaigns.rules(campaign));
    }

    /** What is wrong with the wish alone; used step by step by the public form. */
    public List<Violation> violations(Wish wish, CampaignRules campaign) {
        List<Violation> violations = new ArrayList<>();
        LengthRule.title("title", campaign.label("title")).check(wish.title(), violations);
        if (campaign.category(wish.category()).isEmpty()) {
            violations.add(new Violation("category", "请选择" + campaign.label("category") + "。"));
        }
        LengthRule.content("content", campaign.label("content")).check(wish.content(), violations);
        LengthRule.reason("reason", campaign.label("reason")).check(wish.reason(), violations);
        if (wish.township() != null && !organisations.isTownship(wish.township())) {
            violations.add(new Violation("township", "没有这个镇街。"));
        }
        LengthRule.other("place", campaign.label("place")).check(wish.place(), violations);
        LengthRule.other("beneficiaries", campaign.label("beneficiaries")).check(wish.beneficiaries(), violations);
        LengthRule.other("target.text", campaign.label("target")).check(wish.target().text(), violations);
        LengthRule.other("target.indicator", "指标").check(wish.target().indicator(), violations);
        LengthRule.other("target.unit", "单位").check(wish.target().unit(), violations);
        LengthRule.other("target.value", "数值").check(wish.target().value(), violations);
        return violations;
    }

    /** What is wrong with the proposer alone; how much is needed depends on the channel. */
    public List<Violation> violations(Proposer proposer, Origin origin) {
        List<Violation> violations = new ArrayList<>();
        boolean atDesk = origin.channel() == Channel.LETTER || origin.channel() == Channel.DESK
                || origin.channel() == Channel.PHONE;
        if (proposer.kind() == ProposerKind.ANONYMOUS && !atDesk) {
            violations.add(new Violation("proposer.kind", "请选择建议人身份。"));
        }
        LengthRule name = LengthRule.other("proposer.name", "建议人");
        (origin.channel() == Channel.WEB ? name.needed() : name).check(proposer.name(), violations);
        if (origin.channel() == Channel.WEB) {
            CheckContact.needOne("proposer.", proposer.phone(), proposer.email(), violations);
        }
        CheckContact.check("proposer.", proposer.phone(), proposer.email(), violations);
        LengthRule.other("proposer.address", "联系地址").check(proposer.address(), violations);
        if (origin.channel() == Channel.WEB && origin.consent() != Consent.GIVEN) {
            violations.add(new Violation("consent", "请阅读并同意《个人信息保护说明》。"));
        }
        return violations;
    }

    /**
     * What this campaign wants to be filled in and is not. Only who fills in the form online can be asked; paper and mail are
     * registered as they come.
     */
    public List<Violation> missing(NewProposal proposal, CampaignRules campaign) {
        if (proposal.origin().channel() != Channel.WEB) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        Wish wish = proposal.wish();
        Target target = wish.target();
        want("reason", "reason", wish.reason(), campaign, violations);
        want("place", "place", wish.place() == null ? wish.township() : wish.place(), campaign, violations);
        want("beneficiaries", "beneficiaries", wish.beneficiaries(), campaign, violations);
        want("target", "target.text", target.text() == null ? target.indicator() : target.text(), campaign, violations);
        want("address", "proposer.address", proposal.proposer().address(), campaign, violations);
        return violations;
    }

    private static void want(String asked, String field, String given, CampaignRules campaign, List<Violation> violations) {
        if (given == null && campaign.needs(asked)) {
            violations.add(new Violation(field, "请填写" + campaign.label(asked) + "。"));
        }
    }

    private List<Violation> violations(NewProposal clean, CampaignRules campaign) {
        List<Violation> violations = new ArrayList<>(violations(clean.wish(), campaign));
        violations.addAll(violations(clean.proposer(), clean.origin()));
        violations.addAll(missing(clean, campaign));
        return violations;
    }

    private static NewProposal clean(NewProposal proposal, CampaignRules campaign) {
        return new NewProposal(campaign.code(), clean(proposal.wish()), clean(proposal.proposer()), proposal.origin());
    }

    static Wish clean(Wish wish) {
        Target target = wish.target() == null ? Target.NONE : wish.target();
        return new Wish(Texts.cleanLine(wish.title()), wish.category(), Texts.clean(wish.content()),
                Texts.cleanOrNull(wish.reason()), emptyToNull(wish.township()), Texts.cleanOrNull(wish.place()),
                Texts.cleanOrNull(wish.beneficiaries()),
                new Target(Texts.cleanOrNull(target.text()), Texts.cleanOrNull(target.indicator()),
                        Texts.cleanOrNull(target.unit()), Texts.cleanOrNull(target.value()), target.due()));
    }

    private static Proposer clean(Proposer proposer) {
        return new Proposer(proposer.kind() == null ? ProposerKind.RESIDENT : proposer.kind(),
                Texts.cleanOrNull(proposer.name()), Texts.narrowOrNull(proposer.phone()), Texts.narrowOrNull(proposer.email()),
                Texts.cleanOrNull(proposer.address()), proposer.replyWanted());
    }

    private static String emptyToNull(String code) {
        return code == null || code.isBlank() ? null : code;
    }
}
