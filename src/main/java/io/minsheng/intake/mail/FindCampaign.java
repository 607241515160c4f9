package io.minsheng.intake.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.intake.mail.suggestion.SubjectPhrase;

/** The campaign whose words a subject contains: one that takes suggestions before others, the most exact words first. */
@ApplicationScoped
class FindCampaign {

    private final Campaigns campaigns;
    private final EnterReview review;
    private final InstantSource clock;

    FindCampaign(Campaigns campaigns, EnterReview review, InstantSource clock) {
        this.campaigns = campaigns;
        this.review = review;
        this.clock = clock;
    }

    Optional<CampaignRules> bySubject(String subject) {
        return campaigns.rulesNewestFirst().stream().filter(each -> SubjectPhrase.isIn(subject, each.subjectPhrase()))
                .min(Comparator.comparing((CampaignRules each) -> accepts(each.stateAt(clock.instant())) ? 0 : 1)
                        .thenComparing(each -> -each.subjectPhrase().length()));
    }

    /** The campaign that a mail means which names none: the current one, else the newest. */
    CampaignRules likely() {
        return campaigns.rules(review.campaign());
    }

    CampaignRules byCode(String code) {
        return campaigns.rules(code);
    }

    static boolean accepts(CampaignRules campaign, Instant now) {
        return accepts(campaign.stateAt(now));
    }

    private static boolean accepts(CampaignState state) {
        return state == CampaignState.OPEN || state == CampaignState.HANDLING;
    }
}
