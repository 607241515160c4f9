package io.minsheng.platform.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A file that passed {@link AttachmentRules}.
 *
 * @param name clean, with the extension of its kind
 * @param kind what the content is
 * @param content without the place and device data that a photo carries, unless it was accepted as it is
 */
public record AcceptedFile(String name, AttachmentKind kind, byte[] content) {

    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }
}
