package io.minsheng.intake.mail;

import java.time.LocalDate;

import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;

/**
 * What a person decides about a mail (contract: REVIEW): CASE with the fields of a desk entry, ATTACH with a case number,
 * IGNORE with
 * a reason. Channel, desk, dates of paper and consent are taken and left aside: a mail is a mail, and its own date counts.
 */
public record ReviewForm(String outcome, String campaign, String title, String category, String content, String reason,
        String township, String place, String beneficiaries, Target target, Person proposer, Boolean consent, String channel,
        LocalDate receivedOn, LocalDate postmarkedOn, String desk, String caseNumber) {

    /** Who proposes; what is missing is taken from the mail. */
    public record Person(ProposerKind kind, String name, String phone, String email, String address, Boolean replyWanted) {
    }

    /** The same with another outcome. */
    public ReviewForm with(String outcome) {
        return new ReviewForm(outcome, campaign, title, category, content, reason, township, place, beneficiaries, target,
                proposer, consent, channel, receivedOn, postmarkedOn, desk, caseNumber);
    }

    public static ReviewForm attach(String caseNumber) {
        return new ReviewForm("ATTACH", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, caseNumber);
    }

    public static ReviewForm ignore(String reason) {
        return new ReviewForm("IGNORE", null, null, null, null, reason, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /**
     * The draft of a case.
     *
     * @param sender address of the mail, for acknowledgement and answer where none is given; may be null
     */
    Draft draft(String currentCampaign, String sender) {
        Person who = proposer == null ? new Person(null, null, null, null, null, null) : proposer;
        String email = Texts.cleanOrNull(who.email());
        return new Draft(campaign == null || campaign.isBlank() ? currentCampaign : campaign,
                new Wish(title, category, content, reason, township, place, beneficiaries,
                        target == null ? Target.NONE : target),
                new NewProposal.Proposer(who.kind() == null ? ProposerKind.RESIDENT : who.kind(), who.name(), who.phone(),
                        email == null ? sender : email, who.address(), who.replyWanted() == null || who.replyWanted()));
    }
}
