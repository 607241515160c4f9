package io.minsheng.publication.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.platform.error.Refusal;
import io.minsheng.publication.Judgement;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.CompleteWorkItem;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Drafts, releases or delivers many answers at once, each in a transaction of its own and with the checks of the single act:
 * what cannot be done does not hold up the rest. Tasks that nobody has claimed are claimed for it.
 */
@ApplicationScoped
public class AnswerInBulk {

    private static final Logger LOG = Logger.getLogger(AnswerInBulk.class);
    private static final int MOST = 200;
    private static final Map<Action, String> STEPS = Map.of(Action.DRAFT, "DRAFT", Action.RELEASE, "RELEASE", Action.RETURN,
            "RELEASE", Action.DELIVER, "DELIVER");

    private final Answers answers;
    private final WorkItems items;
    private final ClaimWorkItem claimWorkItem;
    private final CompleteWorkItem completeWorkItem;
    private final PlanAnswers plan;

    AnswerInBulk(Answers answers, WorkItems items, ClaimWorkItem claimWorkItem, CompleteWorkItem completeWorkItem,
            PlanAnswers plan) {
        this.answers = answers;
        this.items = items;
        this.claimWorkItem = claimWorkItem;
        this.completeWorkItem = completeWorkItem;
        this.plan = plan;
    }

    /** What can be done to many. */
    public enum Action {
        DRAFT,
        RELEASE,
        RETURN,
        DELIVER
    }

    /**
     * What is done.
     *
     * @param text the common words of a collective answer; null: each its own, made from the template and the case's reason
     * @param reason why they are given back
     * @param holdMinutes how long released ones are held; null for none
     * @param on when they were delivered
     * @param note how they were delivered, or null
     */
    public record What(Action action, String text, String reason, Integer holdMinutes, LocalDate on, String note) {
    }

    /**
     * What came of one.
     *
     * @param status as the single call would have answered
     * @param detail why not, or null
     */
    public record Outcome(String id, String caseNumber, int status, String detail) {

        public boolean done() {
            return status < 300;
        }
    }

    /**
     * Acts on each answer in turn.
     *
     * @param ids of answers of this campaign; another's are 404
     * @throws Refusal 400 no or too many ids, or no action
     */
    public List<Outcome> act(String campaign, List<String> ids, What what, Actor actor) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("ids", "请选择 1 到 " + MOST + " 份答复。");
        }
        if (what.action() == null) {
            throw Refusal.invalid("action", "操作应为 DRAFT、RELEASE、RETURN 或 DELIVER。");
        }
        List<Outcome> outcomes = new ArrayList<>();
        new LinkedHashSet<>(ids).forEach(each -> outcomes.add(one(campaign, each, answer -> complete(answer, what, actor))));
        return outcomes;
    }

    /** Acts on one answer in a transaction of its own; whatever goes wrong is this one's outcome. */
    Outcome one(String campaign, String id, Consumer<Answer> act) {
        String[] caseNumber = { null };
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Answer answer = answers.byId(campaign, id);
                caseNumber[0] = answer.proposal().caseNumber();
                act.accept(answer);
            });
            return new Outcome(id, caseNumber[0], 200, null);
        } catch (Refusal refusal) {
            return new Outcome(id, caseNumber[0], refusal.status(), refusal.violations().isEmpty() ? refusal.getMessage()
                    : refusal.violations().get(0).message());
        } catch (RuntimeException e) {
            if (ConcurrentChange.caused(e)) {
                return new Outcome(id, caseNumber[0], 409, ConcurrentChange.DETAIL);
            }
            LOG.errorf(e, "答复 %s 未能办理。", id);
            return new Outcome(id, caseNumber[0], 500, "系统出错，这一件没有办理，请稍后重试。");
        }
    }

    private void complete(Answer answer, What what, Actor actor) {
        String step = STEPS.get(what.action());
        WorkItem item = items.openOn(answer.proposal().caseNumber()).stream()
                .filter(each -> each.queue().equals("ANSWER") && step.equals(each.step())).findFirst()
                .orElseThrow(() -> Refusal.conflict("答复现为“" + answer.state().label() + "”，不能这样办理。"));
        List<String> against = what.action() == Action.RELEASE ? plan.against(answer) : List.of();
        if (!against.isEmpty()) {
            throw Refusal.conflict(String.join("，", against) + "，请退回修改或逐件签发。");
        }
        if (item.assignee() == null) {
            claimWorkItem.claim(item.id(), actor);
        }
        completeWorkItem.completeForm(item.id(), form(answer, what), actor);
    }

    private static Object form(Answer answer, What what) {
        return switch (what.action()) {
            case DRAFT -> new AnswerDraft("SUBMIT", what.text() == null || what.text().isBlank() ? answer.text() : what.text(),
                    answer.way() == null ? null : answer.way().name());
            case RELEASE -> new Judgement("RELEASE", null, what.holdMinutes());
            case RETURN -> new Judgement("RETURN", what.reason(), null);
            case DELIVER -> new Delivery("DONE", what.on(), what.note());
        };
    }
}
