package io.minsheng.worklist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.HandOnWorkItem;

/** The same act on many tasks, each in its own transaction: what cannot be done does not hold up the rest. */
@ApplicationScoped
public class ActOnMany {

    private static final int MOST = 200;

    private final ClaimWorkItem claimWorkItem;
    private final HandOnWorkItem handOn;
    private final Colleagues colleagues;
    private final CompleteTask completeTask;

    ActOnMany(ClaimWorkItem claimWorkItem, HandOnWorkItem handOn, Colleagues colleagues, CompleteTask completeTask) {
        this.claimWorkItem = claimWorkItem;
        this.handOn = handOn;
        this.colleagues = colleagues;
        this.completeTask = completeTask;
    }

    /** What can be done to many at once. */
    public enum Action {
        CLAIM,
        ASSIGN,
        RELEASE,
        COMPLETE
    }

    /**
     * The act, the same for each.
     *
     * @param body of the completion, else null
     * @param to user name of whom to assign to, else null
     * @param reason why it is assigned or given back; may be null where none is needed
     */
    public record Order(Action action, JsonNode body, String to, String reason) {
    }

    /**
     * What came of one.
     *
     * @param status as the single call would have answered
     * @param detail why not, or null
     */
    public record Outcome(String id, int status, String detail, String caseNumber, String stage) {

        public boolean done() {
            return status < 300;
        }
    }

    /**
     * Acts on each task in turn.
     *
     * @throws Refusal 400 no or too many ids, no body for a completion, nobody to assign to
     */
    public List<Outcome> act(List<String> ids, Order order, Actor actor) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.contains(null)) {
            throw Refusal.invalid("ids", "请选择 1 到 " + MOST + " 项任务。");
        }
        if (order.action() == null) {
            throw Refusal.invalid("action", "操作应为 CLAIM、ASSIGN、RELEASE 或 COMPLETE。");
        }
        if (order.action() == Action.COMPLETE && order.body() == null) {
            throw Refusal.invalid("body", "请给出办理内容。");
        }
        Actor to = order.action() == Action.ASSIGN ? colleagues.named(order.to()) : null;
        List<Outcome> outcomes = new ArrayList<>();
        new LinkedHashSet<>(ids).forEach(id -> outcomes.add(actOn(id, order, to, actor)));
        return outcomes;
    }

    private Outcome actOn(String id, Order order, Actor to, Actor actor) {
        try {
            return switch (order.action()) {
                case CLAIM -> done(id, claimWorkItem.claim(id, actor).caseNumber());
                case ASSIGN -> done(id, handOn.assign(id, to, order.reason(), actor).caseNumber());
                case RELEASE -> done(id, handOn.release(id, order.reason(), actor).caseNumber());
                case COMPLETE -> completed(id, completeTask.complete(id, order.body(), actor));
            };
        } catch (Refusal refusal) {
            return new Outcome(id, refusal.status(), because(refusal), null, null);
        } catch (RuntimeException e) {
            if (ConcurrentChange.caused(e)) {
                return new Outcome(id, 409, ConcurrentChange.DETAIL, null, null);
            }
            throw e;
        }
    }

    private static String because(Refusal refusal) {
        return refusal.violations().isEmpty() ? refusal.getMessage() : refusal.violations().get(0).message();
    }

    private static Outcome done(String id, String caseNumber) {
        return new Outcome(id, 200, null, caseNumber, null);
    }

    private static Outcome completed(String id, CompleteTask.Result result) {
        return new Outcome(id, result.fansOut() ? 202 : 200, null, result.caseNumber(), result.stage());
    }
}
