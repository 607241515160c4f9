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

/** The same act on many tasks, each in its own transaction: what cannot be done does not hold up the rest. */
@ApplicationScoped
public class ActOnMany {

    private static final int MOST = 200;

    private final ClaimWorkItem claimWorkItem;
    private final CompleteTask completeTask;

    ActOnMany(ClaimWorkItem claimWorkItem, CompleteTask completeTask) {
        this.claimWorkItem = claimWorkItem;
        this.completeTask = completeTask;
    }

    /** What can be done to many at once. */
    public enum Action {
        CLAIM,
        RELEASE,
        COMPLETE
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
     * @param body of the completion, else null
     * @throws Refusal 400 no or too many ids, or no body for a completion
     */
    public List<Outcome> act(List<String> ids, Action action, JsonNode body, Actor actor) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.contains(null)) {
            throw Refusal.invalid("ids", "请选择 1 到 " + MOST + " 项任务。");
        }
        if (action == null) {
            throw Refusal.invalid("action", "操作应为 CLAIM、RELEASE 或 COMPLETE。");
        }
        if (action == Action.COMPLETE && body == null) {
            throw Refusal.invalid("body", "请给出办理内容。");
        }
        List<Outcome> outcomes = new ArrayList<>();
        new LinkedHashSet<>(ids).forEach(id -> outcomes.add(actOn(id, action, body, actor)));
        return outcomes;
    }

    private Outcome actOn(String id, Action action, JsonNode body, Actor actor) {
        try {
            return switch (action) {
                case CLAIM -> done(id, claimWorkItem.claim(id, actor).caseNumber());
                case RELEASE -> done(id, claimWorkItem.release(id, actor).caseNumber());
                case COMPLETE -> completed(id, completeTask.complete(id, body, actor));
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
