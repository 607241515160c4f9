package io.minsheng.triage.category;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.index.CaseVectors;
import io.minsheng.triage.category.CategoryModel.Guess;
import io.quarkus.qute.TemplateData;

/** Tells the three categories to which a case most probably belongs. A suggestion only: a person decides. */
@ApplicationScoped
public class SuggestCategory {

    private static final int MOST = 3;
    /** Below this the first one is wrong in about every second case (quality command); above it in one of five. */
    static final double SURE = 0.5;

    private final LearnCategories learn;
    private final CaseAccess access;
    private final CaseVectors vectors;
    private final Meanings meanings;
    private final Campaigns campaigns;

    SuggestCategory(LearnCategories learn, CaseAccess access, CaseVectors vectors, Meanings meanings,
            Campaigns campaigns) {
        this.learn = learn;
        this.access = access;
        this.vectors = vectors;
        this.meanings = meanings;
        this.campaigns = campaigns;
    }

    /**
     * One of them.
     *
     * @param probability 0 to 1, two decimals
     */
    @TemplateData
    public record Probable(String category, String name, double probability) {

        public long percent() {
            return Math.round(probability * 100);
        }
    }

    /**
     * The most probable three of the campaign, the first first.
     *
     * @param ready false while nothing is learned yet; then there are none
     * @param sure whether the first one is more probable than not
     */
    @TemplateData
    public record Suggested(boolean ready, boolean sure, List<Probable> items) {
    }

    /**
     * For a case the member of staff may see.
     *
     * @throws io.minsheng.platform.error.Refusal 404 unknown or not theirs
     */
    @Transactional
    public Suggested forCase(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        CampaignRules rules = campaigns.rules(proposal.campaign());
        return learn.model().map(model -> suggested(rules, guesses(model, proposal)))
                .orElse(new Suggested(false, false, List.of()));
    }

    private List<Guess> guesses(CategoryModel model, Proposal proposal) {
        String title = Masking.freeText(proposal.title());
        String content = Masking.freeText(proposal.content());
        return model.guess(title, content, model.knowsVectors() ? vector(proposal.caseNumber(), title, content) : null);
    }

    private float[] vector(String caseNumber, String title, String content) {
        return meanings.of(title, content, vectors.of(List.of(caseNumber)).get(caseNumber)).orElse(null);
    }

    /** Among the categories of the campaign only. */
    private static Suggested suggested(CampaignRules rules, List<Guess> guesses) {
        List<Guess> own = guesses.stream().filter(each -> rules.category(each.category()).isPresent()).toList();
        double sum = own.stream().mapToDouble(Guess::probability).sum();
        List<Probable> items = own.stream().limit(MOST).map(each -> new Probable(each.category(),
                rules.categoryName(each.category()), Math.round(each.probability() / sum * 100) / 100.0)).toList();
        return new Suggested(true, !items.isEmpty() && items.get(0).probability() >= SURE, items);
    }
}
