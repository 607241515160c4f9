package io.minsheng.proposal;

import java.nio.file.Path;
import java.util.List;

import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file that an author sends along.
 *
 * @param name as the sender gave it
 * @param content where it lies until the request ends
 */
public record SentFile(String name, Path content) {

    /** What a form sent; a field of a page that was left empty sends a nameless file. */
    public static List<SentFile> of(List<FileUpload> uploads) {
        return uploads == null ? List.of()
                : uploads.stream().filter(each -> each.fileName() != null && !each.fileName().isEmpty())
                        .map(each -> new SentFile(each.fileName(), each.uploadedFile())).toList();
    }
}
