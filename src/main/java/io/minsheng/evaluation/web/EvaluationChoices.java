package io.minsheng.evaluation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Principle;
import io.minsheng.evaluation.EvaluationForm;
import io.minsheng.evaluation.Opinions;
import io.minsheng.evaluation.Recommendation;
import io.minsheng.evaluation.ReturnLimit;
import io.minsheng.evaluation.RoundView;
import io.minsheng.evaluation.ThisYear;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.Posted;
import io.minsheng.proposal.view.TaskView;
import io.quarkus.qute.TemplateData;

/** What can be chosen on the evaluation page, and what was. */
@Singleton
public class EvaluationChoices {

    private static final List<Choice> SCORES = List.of(new Choice("5", "5 很好"), new Choice("4", "4 较好"),
            new Choice("3", "3 一般"), new Choice("2", "2 较差"), new Choice("1", "1 很差"));

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Opinions opinions;
    private final ReturnLimit returnLimit;

    EvaluationChoices(Campaigns campaigns, Organisations organisations, Opinions opinions, ReturnLimit returnLimit) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.opinions = opinions;
        this.returnLimit = returnLimit;
    }

    /** Principles with hints, scores with words, and the other lists. */
    @TemplateData
    public record Lists(List<Principle> principles, List<Choice> scores, List<Choice> recommendations,
            List<Choice> thisYear, List<Choice> organisations) {

        /** Name of the field for the score of a principle. */
        public String field(String principle) {
            return "scores." + principle;
        }
    }

    Lists of(String campaign) {
        return new Lists(campaigns.rules(campaign).principles(), SCORES,
                Arrays.stream(Recommendation.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                Arrays.stream(ThisYear.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                organisations.handling().stream().map(each -> new Choice(each.code(), each.shortName())).toList());
    }

    List<RoundView> rounds(TaskView task, Actor actor) {
        return opinions.of(task.item().caseNumber(), actor);
    }

    /** The last day, in words. */
    String returnUntil(TaskView task) {
        return Shanghai.sayDate(returnLimit.of(task.item()).minusNanos(1));
    }

    boolean mayReturn(TaskView task) {
        return returnLimit.isOpen(task.item());
    }

    /** What a page sent, as the record of the contract, and what of it could not be read. */
    record Read(EvaluationForm form, Unreadable unreadable) {
    }

    Read read(Posted form, String campaign) {
        List<Violation> unreadable = new ArrayList<>();
        Map<String, Integer> scores = new HashMap<>();
        for (Principle each : campaigns.rules(campaign).principles()) {
            Integer score = form.number("scores." + each.code(), each.name(), unreadable);
            if (score != null) {
                scores.put(each.code(), score);
            }
        }
        EvaluationForm said = new EvaluationForm(form.at("outcome"), scores.isEmpty() ? null : scores,
                form.at("recommendation"),
                form.at("opinion"), form.amount("estimatedCost", "估算投资", unreadable), form.at("fundingSource"),
                form.at("thisYear"), form.at("target"), form.at("reason"), form.at("suggestedDepartment"));
        return new Read(said, new Unreadable(unreadable));
    }
}
