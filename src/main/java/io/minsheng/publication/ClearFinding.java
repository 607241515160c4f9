package io.minsheng.publication;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** The person who releases a publication finds that something which looks like personal data is none, and says why. */
@ApplicationScoped
public class ClearFinding {

    private static final LengthRule REASON = LengthRule.reason("reason", "误报理由").needed();

    private final PublicationTask task;
    private final Publications publications;
    private final GuardPublication guard;
    private final Clearances clearances;
    private final InstantSource clock;
    private final Event<Act> acts;

    ClearFinding(PublicationTask task, Publications publications, GuardPublication guard, Clearances clearances,
            InstantSource clock, Event<Act> acts) {
        this.task = task;
        this.publications = publications;
        this.guard = guard;
        this.clearances = clearances;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Clears one finding of the draft that waits for its release.
     *
     * @param key {@link Finding#key()}
     * @throws Refusal 400 no reason, 403 not the chief, or the one who drafted it or brought the file, 404 unknown, 409 cleared
     *         already, or the release is not in the caller's hands
     */
    @Transactional
    public void clear(String list, String key, String reason, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有签发人可以认定误报。");
        }
        task.requireReleasing(list, actor);
        Publication draft = publications.latest(list).orElseThrow(() -> Refusal.notFound("这份名单还没有公布稿。"));
        TwoPersons.require(draft.draftedBy(), actor.username());
        draft.annexes().forEach(each -> TwoPersons.require(each.addedBy(), actor.username()));
        String clean = REASON.accepted(reason);
        Finding finding = guard.findings(draft).stream().filter(each -> key != null && key.equals(each.key())).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这处疑似个人信息，稿件可能已经改动。"));
        if (!finding.blocks()) {
            throw Refusal.conflict("这一处已经认定为误报。");
        }
        clearances.persist(new Clearance(list, finding, clean, actor, clock.instant()));
        acts.fire(new Act(actor.username(), "FINDING_CLEARED", "LIST", list, null,
                Texts.shorten(finding.message() + " " + clean, 2000)));
    }
}
