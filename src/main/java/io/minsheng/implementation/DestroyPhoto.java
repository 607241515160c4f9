package io.minsheng.implementation;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/**
 * Destroys the pictures of a photo that nobody but staff may see any more: taken back, or found fit for staff only. Their keys
 * and contents are gone for good; that there was a photo, who sent it, who took it back and why stays. No other row points at
 * its files: each photo is stored for itself.
 */
@ApplicationScoped
public class DestroyPhoto {

    private static final LengthRule REASON = LengthRule.other("reason", "销毁的原因").needed();

    private final Projects projects;
    private final ProgressPhotos photos;
    private final WithdrawPhoto withdrawPhoto;
    private final PublicWords words;
    private final KeepPhoto keep;
    private final InstantSource clock;
    private final Event<Act> acts;

    DestroyPhoto(Projects projects, ProgressPhotos photos, WithdrawPhoto withdrawPhoto, PublicWords words, KeepPhoto keep,
            InstantSource clock, Event<Act> acts) {
        this.projects = projects;
        this.photos = photos;
        this.withdrawPhoto = withdrawPhoto;
        this.words = words;
        this.keep = keep;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * What is wrong with a reason; empty if it passes.
     *
     * @throws Refusal 404 no such project
     */
    @Transactional
    public List<Violation> wrong(String projectId, String reason) {
        String clean = Texts.clean(reason);
        return REASON.violation(clean).map(List::of)
                .orElseGet(() -> words.personalData(projects.byId(projectId), REASON.field(), REASON.label(), clean));
    }

    /**
     * Destroys it: whoever may take a photo back may.
     *
     * @throws Refusal 400 no reason, or one with personal data; 403; 404; 409 public or about to become so,
     *         or destroyed already
     */
    @Transactional
    public void destroy(String projectId, String id, String reason, Actor actor) {
        Project project = projects.byId(projectId);
        if (!withdrawPhoto.mayWithdraw(project, actor)) {
            throw Refusal.forbidden("只有社会事业科和报送进展的单位可以销毁照片。");
        }
        List<Violation> wrong = wrong(projectId, reason);
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        String clean = Texts.clean(reason);
        projects.hold(project);
        ProgressPhoto photo = photos.ofProject(projectId, id);
        photo.destroy(clean, actor.username(), clock.instant());
        keep.erase(photo);
        acts.fire(new Act(actor.username(), "PHOTO_DESTROYED", "PROJECT", project.id(), null, id + " " + clean));
    }
}
