package io.minsheng.triage.topics;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** A topic that is none, or that nobody need look at, is put aside, and taken up again; logged. It goes on to take in cases. */
@ApplicationScoped
public class DismissTopic {

    private static final LengthRule REASON = LengthRule.reason("reason", "原因");

    private final EntityManager entities;
    private final InstantSource clock;
    private final Event<Act> acts;

    DismissTopic(EntityManager entities, InstantSource clock, Event<Act> acts) {
        this.entities = entities;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Puts it aside.
     *
     * @param reason may be null
     * @throws Refusal 400, 403, 404, 409 it is already
     */
    @Transactional
    public void dismiss(String id, String reason, Actor actor) {
        Topic topic = find(id, actor);
        String clean = Texts.cleanOrNull(reason);
        REASON.violation(clean).ifPresent(each -> {
            throw Refusal.invalid(each.field(), each.message());
        });
        if (topic.dismissed()) {
            throw Refusal.conflict("这个热点已被忽略。");
        }
        topic.dismiss(actor.username(), clock.instant(), clean);
        tell("TOPIC_DISMISSED", topic, clean, actor);
    }

    /**
     * Takes it up again.
     *
     * @throws Refusal 403, 404, 409 it is not put aside
     */
    @Transactional
    public void restore(String id, Actor actor) {
        Topic topic = find(id, actor);
        if (!topic.dismissed()) {
            throw Refusal.conflict("这个热点没有被忽略。");
        }
        topic.restore();
        tell("TOPIC_RESTORED", topic, null, actor);
    }

    private Topic find(String id, Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("只有社会事业科可以处理热点。");
        }
        Topic topic = entities.find(Topic.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (topic == null) {
            throw Refusal.notFound("没有这个热点。");
        }
        return topic;
    }

    private void tell(String action, Topic topic, String reason, Actor actor) {
        acts.fire(new Act(actor.username(), action, "TOPIC", topic.id(), null, reason == null ? "" : reason));
    }
}
