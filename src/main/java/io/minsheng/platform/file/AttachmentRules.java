package io.minsheng.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.tika.Tika;

import io.minsheng.platform.error.Refusal;

/**
 * What may be attached, whatever the channel. The content decides what a file is, its name only what it is called; photos, also
 * those inside of documents, lose the data about place and device that they carry, because residents do not know that it is
 * there. What could be read as two kinds of file is refused.
 */
@ApplicationScoped
public class AttachmentRules {

    private static final String ALLOWED = "可以上传的文件类型：jpg、png、pdf、docx、xlsx、doc、xls。";
    private static final String PHOTO = "照片应为 jpg 或 png。";
    private static final String SHEET = "请上传 xlsx 或 csv 表格；打不开的文件，请用表格软件另存为 xlsx 再上传。";
    private static final Set<AttachmentKind> PHOTOS = EnumSet.of(AttachmentKind.JPG, AttachmentKind.PNG);
    private static final String ZIP = "application/zip";
    private static final String OLE = "application/x-tika-msoffice";
    private static final Map<String, AttachmentKind> BY_MAGIC = Map.of("image/jpeg", AttachmentKind.JPG, "image/png",
            AttachmentKind.PNG, "application/pdf", AttachmentKind.PDF);

    private final AttachmentSettings settings;
    private final Tika tika = new Tika();

    AttachmentRules(AttachmentSettings settings) {
        this.settings = settings;
    }

    /** The largest file in bytes. */
    public long maxBytes() {
        return settings.maxSize().asLongValue();
    }

    /** The most files of a case. */
    public int perCase() {
        return settings.perCase();
    }

    /**
     * @param already how many files the case has
     * @throws Refusal 409 if one more would be too many
     */
    public void checkRoom(long already) {
        if (already >= perCase()) {
            throw Refusal.conflict("每件建议最多上传 " + perCase() + " 个附件。");
        }
    }

    /**
     * Reads one file to its end.
     *
     * @param name as the sender gave it, may be null
     * @throws Refusal 413 over the limit, 415 for another kind of content, 400 for an empty file
     * @throws UncheckedIOException if reading fails
     */
    public AcceptedFile accept(String name, InputStream content) {
        return clean(whole(name, content, EnumSet.allOf(AttachmentKind.class), ALLOWED));
    }

    /** As {@link #accept}, for a place that takes photos only. */
    public AcceptedFile acceptPhoto(String name, InputStream content) {
        return clean(whole(name, content, PHOTOS, PHOTO));
    }

    /** As {@link #accept}, for a place that takes workbooks only. */
    public AcceptedFile acceptSheet(String name, InputStream content) {
        return clean(whole(name, content, EnumSet.of(AttachmentKind.XLS, AttachmentKind.XLSX), SHEET));
    }

    private static AcceptedFile clean(AcceptedFile whole) {
        return new AcceptedFile(whole.name(), whole.kind(), kept(whole.kind(), whole.content()));
    }

    /** As {@link #accept}, and photos keep the data that they carry: for files that are searched for it. */
    public AcceptedFile acceptAsItIs(String name, InputStream content) {
        AcceptedFile whole = whole(name, content, EnumSet.allOf(AttachmentKind.class), ALLOWED);
        // refuses what may not be kept; what it would leave out stays
        kept(whole.kind(), whole.content());
        if (PHOTOS.contains(whole.kind())) {
            onlyThat(whole.content());
        }
        return whole;
    }

    private AcceptedFile whole(String name, InputStream content, Set<AttachmentKind> allowed, String otherwise) {
        byte[] bytes = read(content);
        if (bytes.length == 0) {
            throw Refusal.invalid("file", "文件是空的，请重新选择。");
        }
        AttachmentKind kind = kind(bytes).filter(allowed::contains).orElseThrow(() -> Refusal.unsupported(otherwise));
        return new AcceptedFile(FileNames.withExtension(FileNames.clean(name), kind), kind, bytes);
    }

    private static byte[] kept(AttachmentKind kind, byte[] bytes) {
        try {
            return switch (kind) {
                case JPG -> onlyThat(JpegPhoto.withoutMetadata(bytes));
                case PNG -> onlyThat(PngPicture.withoutMetadata(bytes));
                case PDF -> {
                    PdfFile.check(bytes);
                    yield onlyThat(PdfPictures.withoutMetadata(bytes));
                }
                case DOC, XLS -> OlePictures.withoutMetadata(bytes);
                case DOCX, XLSX -> OfficePictures.withoutMetadata(bytes);
            };
        } catch (IOException e) {
            throw Refusal.unsupported("图片已损坏或尺寸过大，无法读取，请重新保存后再上传。");
        }
    }

    /** A zip is read from its end, so it can hide behind any other file. */
    private static byte[] onlyThat(byte[] bytes) {
        if (ZipDirectory.endsFile(bytes)) {
            throw Refusal.unsupported("文件后面藏有压缩包，不能上传，请重新保存后再上传。");
        }
        return bytes;
    }

    private byte[] read(InputStream content) {
        long max = maxBytes();
        try {
            byte[] bytes = content.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, max + 1));
            if (bytes.length > max) {
                throw Refusal.tooLarge("单个文件不能超过 " + max / (1024 * 1024) + " MB，请压缩后再上传。");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be read", e);
        }
    }

    private Optional<AttachmentKind> kind(byte[] bytes) {
        if (!FirstBytes.mayBeKnown(bytes)) {
            return Optional.empty();
        }
        String magic = tika.detect(bytes);
        if (magic.startsWith("image/hei")) {
            throw Refusal.unsupported("HEIC 照片很多电脑打不开，请在手机上转存为 JPG 后再上传。");
        }
        return switch (magic) {
            case ZIP, "application/x-tika-ooxml" -> OfficeContainers.ofZip(bytes);
            case OLE -> OfficeContainers.ofOle(bytes);
            default -> Optional.ofNullable(BY_MAGIC.get(magic));
        };
    }
}
