package io.minsheng.implementation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Photos of monthly reports; how large a file may be is what holds for all attachments. */
@ConfigMapping(prefix = "minsheng.photos")
public interface PhotoSettings {

    /** The most photos of a report ({@code MINSHENG_PHOTOS_PER_REPORT}). */
    @WithDefault("6")
    int perReport();
}
