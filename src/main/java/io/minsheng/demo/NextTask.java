package io.minsheng.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Principle;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.ToldBy;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.AnswerDraft;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.Delivery;
import io.minsheng.triage.Telling;
import io.minsheng.workflow.WorkItem;

/** Who does what with the task of a sample case, so that it comes nearer to its goal; nothing when it is there. */
@Singleton
class NextTask {

    private static final Map<String, String> LEADS = Map.of("FITNESS", "culture-tourism", "OTHER", "city-management");

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Answers answers;
    private final DemoStaff staff;

    NextTask(Campaigns campaigns, Organisations organisations, Answers answers, DemoStaff staff) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.answers = answers;
        this.staff = staff;
    }

    /**
     * What is to be done.
     *
     * @param form made for the moment of the act; null if the task is only claimed
     */
    record Task(WorkItem item, Actor actor, Function<Instant, Object> form) {
    }

    Optional<Task> of(Sample sample, WorkItem item) {
        return switch (item.queue()) {
            case "TRIAGE" -> triage(sample, item);
            case "EVALUATION" -> evaluation(sample, item);
            case "CONCLUSION" ->
                sample.goal() == Goal.CONCLUSION ? claimed(item, staff.triage(sample), sample.dice("claim") < 30)
                        : filled(item, staff.triage(sample), SampleForms.conclude(sample));
            case "ANSWER" -> answer(sample, item);
            case "REVIEW" -> tell(sample, item);
            default -> Optional.empty();
        };
    }

    private Optional<Task> triage(Sample sample, WorkItem item) {
        Actor actor = staff.triage(sample);
        return switch (sample.goal()) {
            case RECEIVED -> Optional.empty();
            case TRIAGE -> claimed(item, actor, true);
            case AWAITING_SUPPLEMENT -> filled(item, actor, SampleForms.ask(sample));
            case REFERRED -> filled(item, actor, SampleForms.refer(sample));
            case REJECTED -> filled(item, actor, SampleForms.reject(sample));
            default -> filled(item, actor, SampleForms.accept(sample, lead(sample), assists(sample)));
        };
    }

    private Optional<Task> evaluation(Sample sample, WorkItem item) {
        Actor actor = staff.department(item.organisation());
        if (sample.goal() == Goal.EVALUATION) {
            return claimed(item, actor, sample.dice("claim") < 40);
        }
        List<String> principles = campaigns.rules(item.campaign()).principles().stream().map(Principle::code).toList();
        return filled(item, actor, SampleForms.opinion(sample, item.part(), principles));
    }

    /** Answers of the published list are all out; of the others some wait for a draft or for the second signature. */
    private Optional<Task> answer(Sample sample, WorkItem item) {
        int progress = sample.goal().isOnPublishedList() ? 99 : sample.dice("answer");
        return switch (item.step()) {
            case "DRAFT" -> progress < 25 ? Optional.empty() : filled(item, staff.triage(sample), draft(item));
            case "RELEASE" -> progress < 50 ? Optional.empty()
                    : filled(item, staff.chief(), new Judgement("RELEASE", null));
            default -> progress < 65 ? Optional.empty()
                    : Optional.of(new Task(item, staff.triage(sample), at -> new Delivery("DONE", Shanghai.date(at), null)));
        };
    }

    /** Some authors without mail wait for a call. */
    private Optional<Task> tell(Sample sample, WorkItem item) {
        return !"TELL".equals(item.step()) || sample.dice("tell") < 30 ? Optional.empty()
                : Optional.of(new Task(item, staff.triage(sample),
                        at -> new Telling("DONE", Shanghai.date(at), ToldBy.PHONE, null, null, null)));
    }

    private AnswerDraft draft(WorkItem item) {
        Answer answer = answers.ofCase(item.caseNumber());
        return new AnswerDraft("SUBMIT", answer.text(), answer.way().name());
    }

    private String lead(Sample sample) {
        CampaignRules rules = campaigns.rules(ReferenceCampaign.CODE);
        return rules.category(sample.wish().category()).map(Category::defaultLead).filter(organisations::canHandle)
                .orElseGet(() -> LEADS.getOrDefault(sample.wish().category(), "city-management"));
    }

    private List<String> assists(Sample sample) {
        List<String> assists = new ArrayList<>();
        if (sample.dice("finance") < 45) {
            assists.add("finance");
        }
        if (sample.wish().township() != null && sample.dice("township") < 35) {
            assists.add(sample.wish().township());
        }
        return assists;
    }

    private static Optional<Task> claimed(WorkItem item, Actor actor, boolean wanted) {
        return wanted && item.assignee() == null ? Optional.of(new Task(item, actor, null)) : Optional.empty();
    }

    private static Optional<Task> filled(WorkItem item, Actor actor, Object form) {
        return Optional.of(new Task(item, actor, at -> form));
    }
}
