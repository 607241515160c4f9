package io.minsheng.implementation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Accounts;
import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.quarkus.qute.TemplateData;

/** Shows the photos of a project to staff; three statements for any number of them. */
@ApplicationScoped
public class ViewPhotos {

    private final Projects projects;
    private final ProgressPhotos photos;
    private final WithdrawPhoto withdrawPhoto;
    private final Accounts accounts;

    ViewPhotos(Projects projects, ProgressPhotos photos, WithdrawPhoto withdrawPhoto, Accounts accounts) {
        this.projects = projects;
        this.photos = photos;
        this.withdrawPhoto = withdrawPhoto;
        this.accounts = accounts;
    }

    /**
     * A photo.
     *
     * @param month 2025-03; null before its report is given
     * @param path where the picture is, below the root; {@code /small} and {@code /original} lead to the others
     * @param addedBy name of who sent it
     * @param judgedBy name of who looked at it, or null
     * @param reason why it is not public, or was taken back; or null
     * @param destroyed null while its pictures are there
     * @param mayOpenOriginal whether the reader may see it as it was sent
     * @param mayWithdraw whether the reader may take it back now
     * @param mayDestroy whether the reader may have its pictures destroyed now
     */
    @TemplateData
    public record Shown(String id, String month, String caption, State state, String path, int width, int height,
            int smallWidth, int smallHeight, String addedBy, Instant addedAt, String judgedBy, Instant judgedAt,
            Instant withdrawnAt, String reason, Destroyed destroyed, boolean mayOpenOriginal, boolean mayWithdraw,
            boolean mayDestroy) {

        /** 2025年3月. */
        public String monthName() {
            return month == null ? "" : ProjectProgress.monthName(month);
        }
    }

    /** Who had its pictures destroyed, when and why. */
    @TemplateData
    public record Destroyed(String by, Instant at, String reason) {
    }

    /**
     * What came with reports, as far as the reader may see it; the newest month first.
     *
     * @throws Refusal 404 no such project
     */
    @Transactional
    public List<Shown> ofProject(String projectId, Actor actor) {
        Project project = projects.byId(projectId);
        return shown(project, photos.reported(projectId), actor);
    }

    /** Those that nobody has looked at. */
    @Transactional
    public List<Shown> waiting(String projectId, Actor actor) {
        return shown(projects.byId(projectId), photos.waiting(projectId), actor);
    }

    /** Those that go with the next report: for whoever has its task, and the office. */
    @Transactional
    public List<Shown> drafts(String projectId, Actor actor) {
        return shown(projects.byId(projectId), photos.drafts(projectId), actor);
    }

    /**
     * One of them.
     *
     * @throws Refusal 404 unknown, or not theirs to see
     */
    @Transactional
    public Shown one(String projectId, String id, Actor actor) {
        return shown(projects.byId(projectId), List.of(photos.ofProject(projectId, id)), actor).stream().findFirst()
                .orElseThrow(ProgressPhotos::unknown);
    }

    private List<Shown> shown(Project project, List<ProgressPhoto> found, Actor actor) {
        List<ProgressPhoto> seen = found.stream().filter(each -> OpenPhoto.maySee(project, each, actor)).toList();
        Map<String, String> names = accounts.namesOf(seen.stream()
                .flatMap(each -> Stream.of(each.addedBy(), each.judgedBy(), each.destroyedBy())).filter(Objects::nonNull)
                .distinct().toList());
        boolean mayWithdraw = withdrawPhoto.mayWithdraw(project, actor);
        boolean worksOn = OpenPhoto.worksOn(project, actor);
        return seen.stream().map(each -> shown(each, names, worksOn, mayWithdraw)).toList();
    }

    private static Shown shown(ProgressPhoto photo, Map<String, String> names, boolean worksOn, boolean mayWithdraw) {
        PhotoFiles files = photo.files();
        return new Shown(photo.id(), photo.month() == null ? null : photo.month().toString(), photo.caption(), photo.state(),
                "/staff/projects/" + photo.projectId() + "/photos/" + photo.id(), files.shownWidth(), files.shownHeight(),
                files.smallWidth(), files.smallHeight(), names.get(photo.addedBy()), photo.addedAt(),
                photo.judgedBy() == null ? null : names.get(photo.judgedBy()), photo.judgedAt(), photo.withdrawnAt(),
                photo.state() == State.WITHDRAWN ? photo.withdrawnReason() : photo.judgedReason(),
                photo.destroyedAt() == null ? null
                        : new Destroyed(names.get(photo.destroyedBy()), photo.destroyedAt(), photo.destroyedReason()),
                worksOn && photo.destroyedAt() == null, mayWithdraw && photo.withdrawable(),
                mayWithdraw && photo.destroyable());
    }
}
