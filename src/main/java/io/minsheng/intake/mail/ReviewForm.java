package io.minsheng.intake.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.minsheng.intake.mail.suggestion.Draft;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;

/**
 * What a person decides about a mail (contract: REVIEW): CASE with the fields of a desk entry, ATTACH with a case number,
 * IGNORE with a reason. Channel, desk, dates of paper and consent are taken and left aside: a mail is a mail, and its own
 * date counts.
 */
public record ReviewForm(String outcome, String campaign, String title, String category, String content, String reason,
        String township, String place, String beneficiaries, Target target, Person proposer, Boolean consent, String channel,
        LocalDate receivedOn, LocalDate postmarkedOn, String desk, String caseNumber, List<Further> further) {

    /** Who proposes; what is missing is taken from the mail. */
    public record Person(ProposerKind kind, String name, String phone, String email, String address, Boolean replyWanted) {
    }

    /**
     * One more suggestion in the same mail; its proposer is the first one's where nobody is named.
     *
     * @param part which of the mail's suggestions it is, counted from 1 as they are listed; null for the next one
     */
    public record Further(Integer part, String title, String category, String content, String reason, String township,
            String place, String beneficiaries, Target target, Person proposer) {
    }

    /** The same with another outcome. */
    public ReviewForm with(String outcome) {
        return new ReviewForm(outcome, campaign, title, category, content, reason, township, place, beneficiaries, target,
                proposer, consent, channel, receivedOn, postmarkedOn, desk, caseNumber, further);
    }

    public static ReviewForm attach(String caseNumber) {
        return new ReviewForm("ATTACH", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, caseNumber, null);
    }

    public static ReviewForm ignore(String reason) {
        return new ReviewForm("IGNORE", null, null, null, null, reason, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /**
     * The drafts of the cases, one at least.
     *
     * @param sender address of the mail, for acknowledgement and answer where none is given; may be null
     */
    List<Draft> drafts(String currentCampaign, String sender) {
        String code = campaign == null || campaign.isBlank() ? currentCampaign : campaign;
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new Draft(code, new Wish(title, category, content, reason, township, place, beneficiaries,
                target == null ? Target.NONE : target), author(proposer, sender)));
        for (Further each : further == null ? List.<Further> of() : further) {
            drafts.add(new Draft(code,
                    new Wish(each.title(), each.category(), each.content(), each.reason(), each.township(), each.place(),
                            each.beneficiaries(), each.target() == null ? Target.NONE : each.target()),
                    author(each.proposer() == null ? proposer : each.proposer(), sender)));
        }
        return drafts;
    }

    /** Of which suggestion that was read each case comes, counted from 0. */
    List<Integer> parts() {
        List<Integer> parts = new ArrayList<>(List.of(0));
        for (Further each : further == null ? List.<Further> of() : further) {
            parts.add(each.part() == null ? parts.get(parts.size() - 1) + 1 : each.part() - 1);
        }
        return parts;
    }

    private static NewProposal.Proposer author(Person proposer, String sender) {
        Person who = proposer == null ? new Person(null, null, null, null, null, null) : proposer;
        String email = Texts.cleanOrNull(who.email());
        return new NewProposal.Proposer(who.kind() == null ? ProposerKind.RESIDENT : who.kind(), who.name(), who.phone(),
                email == null ? sender : email, who.address(), who.replyWanted() == null || who.replyWanted());
    }
}
