package io.minsheng.implementation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.minsheng.platform.file.DrawPhoto.Drawn;
import io.minsheng.platform.file.StoredFile;

/**
 * Ids of the stored files of a photo.
 *
 * @param original as it was sent, without place and device
 * @param shown drawn anew for pages; sizes in dots
 * @param small the same for lists
 */
@Embeddable
public record PhotoFiles(@Column(name = "original_file") String original, @Column(name = "shown_file") String shown,
        @Column(name = "shown_width") int shownWidth, @Column(name = "shown_height") int shownHeight,
        @Column(name = "small_file") String small, @Column(name = "small_width") int smallWidth,
        @Column(name = "small_height") int smallHeight) {

    static PhotoFiles of(StoredFile original, StoredFile shown, Drawn shownAs, StoredFile small, Drawn smallAs) {
        return new PhotoFiles(original.id(), shown.id(), shownAs.width(), shownAs.height(), small.id(), smallAs.width(),
                smallAs.height());
    }

    /** Which of the files. */
    public enum Size {
        ORIGINAL,
        SHOWN,
        SMALL
    }

    String file(Size size) {
        return switch (size) {
            case ORIGINAL -> original;
            case SHOWN -> shown;
            case SMALL -> small;
        };
    }
}
