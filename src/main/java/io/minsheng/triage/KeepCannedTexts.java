package io.minsheng.triage;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.triage.CannedText.Kind;

/** The office writes, changes and removes the texts it starts from; each is a logged act. */
@ApplicationScoped
public class KeepCannedTexts {

    private static final LengthRule LABEL = new LengthRule("label", "名称", 1, 20);
    private static final LengthRule TEXT = LengthRule.reason("text", "内容").needed();
    private static final int MOST = 50;
    private static final int LAST = 9999;

    private final CannedTexts texts;
    private final Event<Act> acts;

    KeepCannedTexts(CannedTexts texts, Event<Act> acts) {
        this.texts = texts;
        this.acts = acts;
    }

    /**
     * A text as typed.
     *
     * @param kind of a new one; a text keeps the kind it was made with
     * @param position its place among its kind, smaller first; null for the last
     */
    public record Wanted(Kind kind, String label, String text, Integer position) {
    }

    /**
     * Adds one.
     *
     * @throws Refusal 400 with all fields that do not pass, 403, 409 there are too many, or somebody adds the same
     */
    @Transactional
    public CannedText add(Wanted wanted, Actor actor) {
        requireOffice(actor);
        if (wanted.kind() == null) {
            throw Refusal.invalid("kind", "用途应为 QUESTION、REFERRAL 或 REJECTION。");
        }
        List<CannedText> others = texts.of(wanted.kind());
        check(wanted, others);
        if (others.size() >= MOST) {
            throw Refusal.conflict("每种用途最多 " + MOST + " 条常用语，请先删去不用的。");
        }
        int last = others.isEmpty() ? 0 : Math.min(LAST - 10, others.get(others.size() - 1).position());
        CannedText added = new CannedText(wanted.kind(), Texts.cleanLine(wanted.label()), Texts.clean(wanted.text()),
                wanted.position() == null ? last + 10 : wanted.position());
        texts.persist(added);
        write();
        tell("CANNED_TEXT_ADDED", added, actor);
        return added;
    }

    /**
     * Changes one; what was written with it before stays as it is.
     *
     * @throws Refusal 400, 403, 404, 409 somebody gives another the same label
     */
    @Transactional
    public CannedText change(String id, Wanted wanted, Actor actor) {
        requireOffice(actor);
        CannedText text = find(id);
        check(wanted, texts.of(text.kind()).stream().filter(each -> !each.id().equals(id)).toList());
        text.change(Texts.cleanLine(wanted.label()), Texts.clean(wanted.text()),
                wanted.position() == null ? text.position() : wanted.position());
        write();
        tell("CANNED_TEXT_CHANGED", text, actor);
        return text;
    }

    /**
     * Removes one.
     *
     * @throws Refusal 403, 404
     */
    @Transactional
    public void remove(String id, Actor actor) {
        requireOffice(actor);
        CannedText text = find(id);
        texts.delete(text);
        tell("CANNED_TEXT_REMOVED", text, actor);
    }

    /** Writes it now: a unique key may tell that somebody else was quicker. */
    private void write() {
        try {
            texts.flush();
        } catch (PersistenceException e) {
            throw ConcurrentChange.caused(e) ? Refusal.conflict("刚才有人保存了同名的常用语，请换一个名称。") : e;
        }
    }

    private CannedText find(String id) {
        return texts.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这条常用语。"));
    }

    private static void check(Wanted wanted, List<CannedText> others) {
        List<Violation> violations = new ArrayList<>();
        String label = Texts.cleanLine(wanted.label());
        LABEL.check(label, violations);
        TEXT.check(Texts.clean(wanted.text()), violations);
        if (others.stream().anyMatch(each -> each.label().equals(label))) {
            violations.add(new Violation("label", "已有同名的常用语。"));
        }
        if (wanted.position() != null && (wanted.position() < 0 || wanted.position() > LAST)) {
            violations.add(new Violation("position", "次序应为 0 到 " + LAST + " 的整数。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private static void requireOffice(Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("常用语由社会事业科维护。");
        }
    }

    private void tell(String action, CannedText text, Actor actor) {
        acts.fire(new Act(actor.username(), action, "CANNED_TEXT", text.id(), null, text.kind() + " " + text.label()));
    }
}
