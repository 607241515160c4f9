package io.minsheng.platform.file;

/** The kinds of file that are accepted (contract: jpg png pdf docx xlsx doc xls). */
public enum AttachmentKind {
    JPG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOC("doc", "application/msword"),
    XLS("xls", "application/vnd.ms-excel");

    private final String extension;
    private final String mediaType;

    AttachmentKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
