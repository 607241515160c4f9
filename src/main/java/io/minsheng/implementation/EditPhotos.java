package io.minsheng.implementation;

import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.DrawPhoto;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateData;

/** The lead department puts photos to the report that it is about to give, and takes them out again. */
@ApplicationScoped
public class EditPhotos {

    private final ReportTask task;
    private final AttachmentRules rules;
    private final DrawPhoto draw;
    private final KeepPhoto keep;
    private final ProgressPhotos photos;
    private final CheckCaption checkCaption;
    private final Event<Act> acts;

    EditPhotos(ReportTask task, AttachmentRules rules, DrawPhoto draw, KeepPhoto keep, ProgressPhotos photos,
            CheckCaption checkCaption, Event<Act> acts) {
        this.task = task;
        this.rules = rules;
        this.draw = draw;
        this.keep = keep;
        this.photos = photos;
        this.checkCaption = checkCaption;
        this.acts = acts;
    }

    /**
     * What may be sent.
     *
     * @param photos the most of a report
     * @param megabytes the largest file
     */
    @TemplateData
    public record Limits(int photos, long megabytes) {
    }

    public Limits limits() {
        return new Limits(keep.most(), rules.maxBytes() / (1024 * 1024));
    }

    /**
     * Adds a photo.
     *
     * @param caption null if it is still to be written
     * @param name as the sender gave it
     * @throws Refusal 400 empty file or a caption that does not pass, 403, 404, 409 not claimed or too many, 413, 415 no photo
     */
    public ProgressPhoto add(String taskId, String caption, String name, InputStream content, Actor actor) {
        QuarkusTransaction.joiningExisting().run(() -> keep.checkRoom(task.held(taskId, actor)));
        // neither the check nor the drawing may keep others from writing
        AcceptedFile photo = rules.acceptPhoto(name, content);
        DrawPhoto.Copies copies = draw.copies(photo);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Project project = task.held(taskId, actor);
            String checked = caption == null ? null : checkCaption.checked(project, "caption", caption);
            ProgressPhoto added = keep.keep(project, checked, photo, copies, actor);
            acts.fire(new Act(actor.username(), "PHOTO_ADDED", "PROJECT", project.id(), null, added.id()));
            return added;
        });
    }

    /**
     * Writes what a photo shows.
     *
     * @param field name of the field, for the violation
     * @throws Refusal 400, 403, 404, 409
     */
    public void describe(String taskId, String id, String field, String caption, Actor actor) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Project project = task.held(taskId, actor);
            draft(project, id).describe(checkCaption.checked(project, field, caption));
        });
    }

    /**
     * Takes a photo out of the report that is not given yet; its files are destroyed.
     *
     * @throws Refusal 403, 404, 409
     */
    public void remove(String taskId, String id, Actor actor) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Project project = task.held(taskId, actor);
            keep.drop(draft(project, id));
            acts.fire(new Act(actor.username(), "PHOTO_REMOVED", "PROJECT", project.id(), null, id));
        });
    }

    /**
     * The photos of the report that is not given yet.
     *
     * @throws Refusal 403, 404, 409
     */
    public List<ProgressPhoto> drafts(String taskId, Actor actor) {
        return QuarkusTransaction.joiningExisting().call(() -> photos.drafts(task.held(taskId, actor).id()));
    }

    private ProgressPhoto draft(Project project, String id) {
        ProgressPhoto photo = photos.ofProject(project.id(), id);
        if (photo.state() != State.DRAFT) {
            throw ProgressPhotos.unknown();
        }
        return photo;
    }
}
