package io.minsheng.proposal.privacy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

/** Puts a new version of the notice on personal data in force; earlier ones stay, for those who were told them. */
@ApplicationScoped
public class PublishPrivacyNotice {

    private static final LengthRule REASON = LengthRule.other("reason", "修改原因").needed();

    private final PrivacyNotices notices;
    private final InstantSource clock;
    private final Event<Act> acts;

    PublishPrivacyNotice(PrivacyNotices notices, InstantSource clock, Event<Act> acts) {
        this.notices = notices;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Words as typed, checked and clean, not published.
     *
     * @throws Refusal 400 with all parts that do not pass
     */
    public static PrivacyWords checked(Map<PrivacyPart, String> typed) {
        List<Violation> violations = new ArrayList<>();
        PrivacyWords words = clean(typed, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return words;
    }

    /**
     * Publishes a version.
     *
     * @param seen the version that was changed
     * @param reason why; kept with the version
     * @throws Refusal 400, 403 neither the office's head nor an administrator, 409 nothing changed, or somebody was quicker
     */
    @Transactional
    public PrivacyWords publish(int seen, Map<PrivacyPart, String> typed, String reason, Actor actor) {
        if (!actor.hasAny(Role.CHIEF, Role.ADMIN)) {
            throw Refusal.forbidden("个人信息保护说明由科室负责人或管理员修改。");
        }
        List<Violation> violations = new ArrayList<>();
        PrivacyWords words = clean(typed, violations);
        String why = Texts.clean(reason);
        REASON.check(why, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        PrivacyWords now = notices.present();
        if (now.version() != seen) {
            throw Refusal.conflict("其他人刚刚发布了第 " + now.version() + " 版，请核对现在的内容后再改。");
        }
        if (now.parts().equals(words.parts())) {
            throw Refusal.conflict("内容没有改动，不需要发布新版。");
        }
        return put(seen + 1, words.parts(), why, actor);
    }

    /** In the caller's transaction. */
    PrivacyWords put(int version, Map<PrivacyPart, String> parts, String reason, Actor actor) {
        PrivacyNotice notice = new PrivacyNotice(version, parts, reason, actor.username(), clock.instant());
        try {
            notices.persist(notice);
            notices.flush();
        } catch (PersistenceException e) {
            throw ConcurrentChange.caused(e) ? Refusal.conflict("其他人刚刚发布了新版，请核对现在的内容后再改。") : e;
        }
        acts.fire(
                new Act(actor.username(), "PRIVACY_NOTICE_PUBLISHED", "PRIVACY_NOTICE", String.valueOf(version), null, reason));
        return notice.words();
    }

    private static PrivacyWords clean(Map<PrivacyPart, String> typed, List<Violation> violations) {
        Map<PrivacyPart, String> parts = new EnumMap<>(PrivacyPart.class);
        for (PrivacyPart part : PrivacyPart.values()) {
            String given = typed == null ? null : typed.get(part);
            String text = part.isShort() ? Texts.cleanLine(given == null ? "" : given)
                    : Texts.clean(given == null ? "" : given);
            part.rule().check(text, violations);
            parts.put(part, text);
        }
        if (parts.get(PrivacyPart.SHORT_PAPER).matches(".*[:：].*")) {
            violations.add(new Violation(PrivacyPart.SHORT_PAPER.name(), "印在征集表上的话不能有冒号，以免寄回后被当成栏目。"));
        }
        return new PrivacyWords(0, null, parts);
    }
}
