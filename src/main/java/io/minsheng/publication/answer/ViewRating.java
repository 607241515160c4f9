package io.minsheng.publication.answer;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;

/** Shows a bad rating to the person who decides about it. */
@ApplicationScoped
public class ViewRating {

    private final Ratings ratings;
    private final Campaigns campaigns;
    private final InstantSource clock;

    ViewRating(Ratings ratings, Campaigns campaigns, InstantSource clock) {
        this.ratings = ratings;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A rating and the answer it is about.
     *
     * @param words the author's, or null
     * @param answer the text of the answer
     * @param closed the campaign is closed: nothing is reopened any more
     * @param restart what reopening would do, one sentence
     */
    public record Rated(Satisfaction satisfaction, String words, Instant at, String answer, Instant releasedAt, boolean closed,
            String restart) {
    }

    /**
     * The rating that waits for a decision.
     *
     * @throws Refusal 409 none does
     */
    @Transactional
    public Rated undecided(String caseNumber) {
        Rating rating = ratings.undecided(caseNumber);
        Answer answer = rating.answer();
        Proposal proposal = answer.proposal();
        boolean closed = campaigns.byCode(proposal.campaign()).stateAt(clock.instant()) == CampaignState.CLOSED;
        return new Rated(rating.satisfaction(), rating.words(), rating.ratedAt(), answer.text(), answer.releasedAt(), closed,
                restart(proposal.disposition()));
    }

    private static String restart(Disposition disposition) {
        Stage again = disposition == null ? null : disposition.reopensAt();
        return again == null ? "案件的结果不变，重新起草并签发答复。" : "案件的结果撤销，回到“" + again.label() + "”环节重新办理。";
    }
}
