package io.minsheng.platform.web;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.minsheng.platform.file.AttachmentSettings;
import io.quarkus.runtime.configuration.MemorySize;

/**
 * How large the files that somebody attaches may be, said on the page before they are chosen: what is larger than a request may
 * be is cut off by the server without a word. Templates reach it as {@code cdi:uploadLimits}.
 */
@Singleton
@Named("uploadLimits")
public class UploadLimits {

    private static final long MEGABYTE = 1024 * 1024;
    /** Left for what is typed and for what stands between the files. */
    private static final long WORDS = 4 * MEGABYTE;

    private final AttachmentSettings settings;
    private final long request;

    UploadLimits(AttachmentSettings settings, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize request) {
        this.settings = settings;
        this.request = request.asLongValue();
    }

    /** Of one file, in whole MB. */
    public long megabytes() {
        return settings.maxSize().asLongValue() / MEGABYTE;
    }

    /** Of all files sent at once, in whole MB. */
    public long megabytesTogether() {
        return (request - WORDS) / MEGABYTE;
    }

    /** The most files of a case. */
    public int files() {
        return settings.perCase();
    }
}
