package io.minsheng.intake.form.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.SentProposer;
import io.minsheng.proposal.Target;

/** Body of {@code POST /api/v1/proposals}; unknown fields are refused. */
public record SubmittedProposal(String campaign, String title, String category, String content, String reason,
        String township, String place, String beneficiaries, Target target, SentProposer proposer, Boolean consent) {

    /**
     * What is to be registered.
     *
     * @throws Refusal 400 if campaign, proposer or consent are absent; the rest is checked by the register
     */
    NewProposal toNewProposal(Instant now) {
        List<Violation> violations = new ArrayList<>();
        if (campaign == null || campaign.isBlank()) {
            violations.add(new Violation("campaign", "请指明征集活动。"));
        }
        if (proposer == null) {
            violations.add(new Violation("proposer", "请填写建议人。"));
        }
        if (!Boolean.TRUE.equals(consent)) {
            violations.add(new Violation("consent", "请阅读并同意《个人信息保护说明》。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new NewProposal(campaign,
                new NewProposal.Wish(title, category, content, reason, township, place, beneficiaries,
                        target == null ? Target.NONE : target),
                proposer.toProposer(), NewProposal.Origin.web(now));
    }
}
