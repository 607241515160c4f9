package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of photos and scans that people send. What a file is, its first bytes say: names and declared types lie, and what
 * is shown in a page of ours must be nothing that could run there (shared/mail.md 26).
 */
public enum ScanKind {
    JPG("image/jpeg", "JPG 图片"),
    PNG("image/png", "PNG 图片"),
    GIF("image/gif", "GIF 图片"),
    WEBP("image/webp", "WebP 图片"),
    BMP("image/bmp", "BMP 图片"),
    PDF("application/pdf", "PDF 文件"),
    /** Few browsers show these two; they are downloaded. */
    TIFF("image/tiff", "TIFF 扫描图"),
    HEIC("image/heic", "苹果手机的 HEIC 照片");

    private static final int HEAD = 256;
    private static final int BRAND = 8;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final String BMP_RESERVED = "\0\0\0\0";
    private static final int BMP_RESERVED_AT = 6;

    private final String mediaType;
    private final String label;

    ScanKind(String mediaType, String label) {
        this.mediaType = mediaType;
        this.label = label;
    }

    /**
     * What a file is; empty for anything else, also for a PDF behind other words than white space, which could be read as
     * something else.
     *
     * @param content the whole file, or its first 256 bytes at least
     */
    public static Optional<ScanKind> of(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), ISO_8859_1);
        return Arrays.stream(values()).filter(each -> each.begins(head)).findFirst();
    }

    /** The kind of a file that was checked before it was stored; empty for other media types. */
    public static Optional<ScanKind> ofChecked(String mediaType) {
        return Arrays.stream(values()).filter(each -> each.mediaType.equals(mediaType)).findFirst();
    }

    private boolean begins(String head) {
        return switch (this) {
            case JPG -> head.startsWith("\u00FF\u00D8\u00FF");
            case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
            case GIF -> head.startsWith("GIF87a") || head.startsWith("GIF89a");
            case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", BRAND);
            case BMP -> head.startsWith("BM") && head.startsWith(BMP_RESERVED, BMP_RESERVED_AT);
            case PDF -> head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("%PDF-");
            case TIFF -> head.startsWith("II*\0") || head.startsWith("MM\0*");
            case HEIC -> head.startsWith("ftyp", 4) && head.length() >= BRAND + 4
                    && HEIC_BRANDS.contains(head.substring(BRAND, BRAND + 4));
        };
    }

    /** As it is to be sent, together with {@code nosniff}. */
    public String mediaType() {
        return mediaType;
    }

    /** In words for people. */
    public String label() {
        return label;
    }

    /** Whether every browser shows it as a picture. */
    public boolean picture() {
        return !document() && shown();
    }

    /** Whether it has pages, which a browser shows in its own viewer, if it has one. */
    public boolean document() {
        return this == PDF;
    }

    /** Whether it can be looked at in a page. */
    public boolean shown() {
        return this != TIFF && this != HEIC;
    }

    /** Whether it is a photo rather than sheets of paper. */
    public boolean photo() {
        return this != TIFF && this != PDF;
    }
}
