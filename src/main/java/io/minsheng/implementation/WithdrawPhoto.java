package io.minsheng.implementation;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/**
 * Takes a photo back, with a reason that stands where it stood: nothing that was public vanishes silently. By the office, or by
 * the department that sent it.
 */
@ApplicationScoped
public class WithdrawPhoto {

    private static final LengthRule REASON = LengthRule.other("reason", "撤下的原因").needed();

    private final Projects projects;
    private final ProgressPhotos photos;
    private final PublicWords words;
    private final Processes processes;
    private final InstantSource clock;
    private final Event<Act> acts;

    WithdrawPhoto(Projects projects, ProgressPhotos photos, PublicWords words, Processes processes, InstantSource clock,
            Event<Act> acts) {
        this.projects = projects;
        this.photos = photos;
        this.words = words;
        this.processes = processes;
        this.clock = clock;
        this.acts = acts;
    }

    /** Whether the person may; for pages. */
    public boolean mayWithdraw(Project project, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF)
                || actor.has(Role.DEPARTMENT) && project.lead().equals(actor.organisation());
    }

    /**
     * Takes it back.
     *
     * @throws Refusal 400 no reason, or one with personal data; 403; 404; 409 not public, nor about to become so
     */
    @Transactional
    public void withdraw(String projectId, String id, String reason, Actor actor) {
        Project project = projects.byId(projectId);
        if (!mayWithdraw(project, actor)) {
            throw Refusal.forbidden("只有社会事业科和报送进展的单位可以撤下照片。");
        }
        String clean = REASON.accepted(reason);
        List<Violation> personal = words.personalData(project, REASON.field(), REASON.label(), clean);
        if (!personal.isEmpty()) {
            throw Refusal.invalid(personal);
        }
        projects.hold(project);
        withdraw(project, photos.ofProject(projectId, id), clean, actor);
        askNoMore(project);
    }

    /** The report is taken back, and its photos with it. To be called while the project is held. */
    void ofReport(Project project, ProgressReport report, Actor actor) {
        photos.withdrawable(report).forEach(each -> withdraw(project, each, "所在的进展报告已撤销。", actor));
        askNoMore(project);
    }

    private void withdraw(Project project, ProgressPhoto photo, String reason, Actor actor) {
        photo.withdraw(reason, actor.username(), clock.instant());
        acts.fire(new Act(actor.username(), "PHOTO_WITHDRAWN", "PROJECT", project.id(), null, photo.id() + " " + reason));
    }

    /** Nothing is left to be looked at. */
    private void askNoMore(Project project) {
        photos.flush();
        if (photos.waiting(project.id()).isEmpty()) {
            processes.cancelAll(project.id(), "photos withdrawn", ProcessKey.REVIEW);
        }
    }
}
