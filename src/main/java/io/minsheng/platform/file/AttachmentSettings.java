package io.minsheng.platform.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What people may attach. */
@ConfigMapping(prefix = "minsheng.attachments")
public interface AttachmentSettings {

    /** The largest file ({@code MINSHENG_ATTACHMENTS_MAX_SIZE}). */
    @WithDefault("10M")
    MemorySize maxSize();

    /** The most files of a case ({@code MINSHENG_ATTACHMENTS_PER_CASE}). */
    @WithDefault("10")
    int perCase();
}
