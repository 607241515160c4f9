package io.minsheng.intake.desk.api;

import java.time.LocalDate;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.SentProposer;
import io.minsheng.proposal.Target;

/**
 * Body of {@code POST /api/v1/desk/proposals}; unknown fields are refused.
 *
 * @param proposer absent for an anonymous letter
 * @param envelope number that the desk gave the letter
 * @param proxy {name, phone?, relation?} of who hands it in for the proposer
 * @param consent may be sent as on the public form; at a desk the notice given is what is recorded
 */
public record SentEntry(String campaign, String title, String category, String content, String reason, String township,
        String place, String beneficiaries, Target target, SentProposer proposer, Boolean consent, Channel channel,
        LocalDate receivedOn, LocalDate postmarkedOn, String envelope, String desk, DeskEntry.Proxy proxy) {

    private static final SentProposer NOBODY = new SentProposer(ProposerKind.ANONYMOUS, null, null, null, null, false);

    /** @throws Refusal 400 without a campaign; the rest is checked by the use case */
    DeskEntry toEntry() {
        if (campaign == null || campaign.isBlank()) {
            throw Refusal.invalid("campaign", "请指明征集活动。");
        }
        return new DeskEntry(campaign,
                new NewProposal.Wish(title, category, content, reason, township, place, beneficiaries,
                        target == null ? Target.NONE : target),
                (proposer == null ? NOBODY : proposer).toProposer(),
                new DeskEntry.Arrival(channel, receivedOn, postmarkedOn, envelope, desk), proxy);
    }
}
