package io.minsheng.implementation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.implementation.PhotoJudgement.Verdict;
import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/**
 * REVIEW/PHOTO: somebody of the office who has not sent them looks at each photo and says whether everyone may see it, because
 * no program can be trusted to find faces, number plates and papers in a picture.
 */
@Singleton
class JudgePhotos implements Completion<PhotoJudgement> {

    static final String STEP = "PHOTO";
    private static final String REASON = "不公开的理由";

    private final Projects projects;
    private final ProgressPhotos photos;
    private final InstantSource clock;
    private final Event<Act> acts;

    JudgePhotos(Projects projects, ProgressPhotos photos, InstantSource clock, Event<Act> acts) {
        this.projects = projects;
        this.photos = photos;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "REVIEW";
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Class<PhotoJudgement> form() {
        return PhotoJudgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, PhotoJudgement form, Actor actor) {
        if (!"JUDGE".equals(form.outcome())) {
            throw Refusal.invalid("outcome", "办理结果应为 JUDGE。");
        }
        Project project = projects.byId(item.subjectId());
        projects.hold(project);
        List<ProgressPhoto> waiting = photos.waiting(project.id());
        if (waiting.stream().anyMatch(each -> each.addedBy().equals(actor.username()))) {
            throw Refusal.forbidden("照片由您上传，请由另一个人核看。");
        }
        Map<String, Verdict> verdicts = checked(waiting, form);
        Instant now = clock.instant();
        for (ProgressPhoto each : waiting) {
            Verdict verdict = verdicts.get(each.id());
            String reason = Texts.cleanOrNull(verdict.reason());
            each.judge(isPublic(verdict), reason, actor.username(), now);
            acts.fire(new Act(actor.username(), "PHOTO_" + each.state(), "PROJECT", project.id(), null,
                    each.id() + (reason == null ? "" : " " + reason)));
        }
        return Map.of("outcome", "JUDGE");
    }

    /** By id of the photo. */
    private static Map<String, Verdict> checked(List<ProgressPhoto> waiting, PhotoJudgement form) {
        List<Verdict> said = form.photos() == null ? List.of() : form.photos();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Verdict verdict = said.get(i);
            String at = "photos[" + i + "].";
            if (verdict == null || waiting.stream().noneMatch(each -> each.id().equals(verdict.id()))
                    || verdicts.put(verdict.id(), verdict) != null) {
                violations.add(new Violation(at + "id", "这张照片不在待核看之列，或者写了两次。"));
            } else if (!isPublic(verdict) && !State.INTERNAL.name().equals(verdict.verdict())) {
                violations.add(new Violation(at + "verdict", "请选择可以公开还是仅供内部。"));
            } else {
                LengthRule reason = LengthRule.reason(at + "reason", REASON);
                (isPublic(verdict) ? reason : reason.needed()).check(Texts.clean(verdict.reason()), violations);
            }
        }
        if (violations.isEmpty() && verdicts.size() < waiting.size()) {
            violations.add(new Violation("photos", "还有照片没有判断，可能是刚刚报送的，请逐张判断。"));
        }
        if (verdicts.values().stream().anyMatch(JudgePhotos::isPublic) && !Boolean.TRUE.equals(form.seen())) {
            violations.add(new Violation("seen", "请逐张放大查看后确认：程序认不出人脸、车牌和证件。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return verdicts;
    }

    private static boolean isPublic(Verdict verdict) {
        return State.PUBLIC.name().equals(verdict.verdict());
    }
}
