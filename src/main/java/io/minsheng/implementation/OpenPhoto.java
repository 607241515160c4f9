package io.minsheng.implementation;

import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.implementation.PhotoFiles.Size;
import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;

/** Opens the picture of a photo: what everyone may see for everyone, the rest for those who work on the project. */
@ApplicationScoped
public class OpenPhoto {

    private final Projects projects;
    private final ProgressPhotos photos;
    private final StoredFiles files;

    OpenPhoto(Projects projects, ProgressPhotos photos, StoredFiles files) {
        this.projects = projects;
        this.photos = photos;
        this.files = files;
    }

    /**
     * A picture, read while it is consumed.
     *
     * @param file id of the stored file, whose content never changes
     * @param name for whoever saves it
     */
    public record Opened(String file, String name, String mediaType, long size, InputStream content) {
    }

    /**
     * For everyone; never as it was sent.
     *
     * @param small the small one
     * @throws Refusal 404 unknown, or not public, without a difference
     */
    @Transactional
    public Opened published(String campaign, String id, boolean small) {
        return open(photos.publicOf(campaign, id), small ? Size.SMALL : Size.SHOWN);
    }

    /**
     * For staff; as it was sent only for those who work on the project, since it shows more than what everyone may see.
     *
     * @throws Refusal 404 unknown, or not theirs to see
     */
    @Transactional
    public Opened forStaff(String projectId, String id, Size size, Actor actor) {
        Project project = projects.byId(projectId);
        ProgressPhoto photo = photos.ofProject(projectId, id);
        if (size == Size.ORIGINAL ? !worksOn(project, actor) : !maySee(project, photo, actor)) {
            throw ProgressPhotos.unknown();
        }
        return open(photo, size);
    }

    /** Those who work on the project; others what everyone may see. */
    static boolean maySee(Project project, ProgressPhoto photo, Actor actor) {
        return photo.state() == State.PUBLIC || worksOn(project, actor);
    }

    /** The office, and the departments of the project. */
    static boolean worksOn(Project project, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF) || actor.has(Role.DEPARTMENT)
                && (project.leads().contains(actor.organisation()) || project.assists().contains(actor.organisation()));
    }

    private Opened open(ProgressPhoto photo, Size size) {
        String file = photo.files().file(size);
        StoredFile stored = files.find(file).filter(each -> !each.erased()).orElseThrow(ProgressPhotos::unknown);
        String ending = stored.name().substring(stored.name().lastIndexOf('.'));
        return new Opened(file, photo.caption() == null ? stored.name() : photo.caption() + ending, stored.mediaType(),
                stored.size(), files.open(file));
    }
}
