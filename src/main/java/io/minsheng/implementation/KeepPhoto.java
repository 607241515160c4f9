package io.minsheng.implementation;

import java.io.ByteArrayInputStream;
import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.implementation.PhotoFiles.Size;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentKind;
import io.minsheng.platform.file.DrawPhoto;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;

/** Stores a photo with the sizes in which it is shown, and destroys them again. */
@Singleton
class KeepPhoto {

    private final ProgressPhotos photos;
    private final StoredFiles files;
    private final PhotoSettings settings;
    private final InstantSource clock;

    KeepPhoto(ProgressPhotos photos, StoredFiles files, PhotoSettings settings, InstantSource clock) {
        this.photos = photos;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** The most photos of a report. */
    int most() {
        return settings.perReport();
    }

    /** @throws Refusal 409 the report has as many as it may */
    void checkRoom(Project project) {
        if (photos.drafts(project.id()).size() >= most()) {
            throw Refusal.conflict("每份报告最多 " + most() + " 张照片，请先移除一张。");
        }
    }

    /**
     * To be called while the task is held.
     *
     * @throws Refusal as {@link #checkRoom}
     */
    ProgressPhoto keep(Project project, String caption, AcceptedFile photo, DrawPhoto.Copies copies, Actor actor) {
        checkRoom(project);
        StoredFile original = files.store(photo.name(), photo.kind().mediaType(), photo.stream());
        PhotoFiles kept = PhotoFiles.of(original, store(copies.shown()), copies.shown(), store(copies.small()), copies.small());
        ProgressPhoto added = new ProgressPhoto(project, caption, kept, actor.username(), clock.instant());
        photos.persist(added);
        return added;
    }

    private StoredFile store(DrawPhoto.Drawn drawn) {
        return files.store("photo.jpg", AttachmentKind.JPG.mediaType(), new ByteArrayInputStream(drawn.jpeg()));
    }

    void drop(ProgressPhoto photo) {
        photos.delete(photo);
        photos.flush();
        erase(photo);
    }

    /** Its pictures are gone for good. */
    void erase(ProgressPhoto photo) {
        for (Size each : Size.values()) {
            files.erase(photo.files().file(each));
        }
    }
}
