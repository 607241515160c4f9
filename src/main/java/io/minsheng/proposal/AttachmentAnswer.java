package io.minsheng.proposal;

/** What a call that adds a file to a case answers. */
public record AttachmentAnswer(String id, String name, long size, String sha256) {

    public static AttachmentAnswer of(Attachment attachment) {
        return new AttachmentAnswer(attachment.id(), attachment.file().name(), attachment.file().size(),
                attachment.file().sha256());
    }
}
