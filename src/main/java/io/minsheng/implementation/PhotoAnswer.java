package io.minsheng.implementation;

import io.minsheng.platform.web.PublicUrl;

/** What calls say of a photo that everyone may see; sizes in dots. */
public record PhotoAnswer(String id, String caption, String url, int width, int height, String thumbnailUrl,
        int thumbnailWidth, int thumbnailHeight) {

    /** Null for null. */
    public static PhotoAnswer of(ProjectProgress.Photo photo, PublicUrl url) {
        return photo == null ? null
                : new PhotoAnswer(photo.id(), photo.caption(), url.to(photo.path()), photo.width(), photo.height(),
                        url.to(photo.smallPath()), photo.smallWidth(), photo.smallHeight());
    }
}
