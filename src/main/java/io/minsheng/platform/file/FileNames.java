package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

import io.minsheng.platform.text.Texts;

/** Names of files from outside, made safe to keep, to show and to offer for download on any system. */
public final class FileNames {

    /** What most file systems take. */
    static final int MAX_BYTES = 255;
    private static final String NAMELESS = "附件";
    private static final int MAX_EXTENSION = 10;

    private FileNames() {
    }

    /**
     * The last part of a path (of either kind of slash), NFC, without control, bidi and reserved signs, at most 255 bytes of
     * UTF-8 with its extension kept; 附件 if nothing is left.
     */
    public static String clean(String name) {
        String clean = name == null ? "" : Texts.cleanLine(name);
        clean = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        // reserved on Windows, where most readers are; a leading dot hides, a trailing one is dropped there
        clean = clean.replaceAll("[<>:\"|?*]", "_").replaceAll("^[.\\s]+|[.\\s]+$", "");
        return clean.isEmpty() ? NAMELESS : fitted(clean);
    }

    /** Another name for a file of the same name: 表(2).docx; at most 255 bytes as well. */
    public static String numbered(String clean, int number) {
        String extension = extension(clean);
        String head = extension.isEmpty() ? clean : clean.substring(0, clean.length() - extension.length() - 1);
        String tail = "(" + number + ")" + (extension.isEmpty() ? "" : "." + extension);
        return fitted(head, tail);
    }

    /** The extension in lower case without the dot, or an empty text. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 || name.length() - dot - 1 > MAX_EXTENSION ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The clean name with this extension: kept if it has it, exchanged for another known one, else added. */
    static String withExtension(String clean, AttachmentKind kind) {
        String extension = extension(clean);
        if (extension.equals(kind.extension()) || kind == AttachmentKind.JPG && extension.equals("jpeg")) {
            return clean;
        }
        for (AttachmentKind other : AttachmentKind.values()) {
            if (extension.equals(other.extension()) || extension.equals("jpeg")) {
                return fitted(clean.substring(0, clean.lastIndexOf('.') + 1) + kind.extension());
            }
        }
        return fitted(clean + "." + kind.extension());
    }

    private static String fitted(String name) {
        if (name.getBytes(UTF_8).length <= MAX_BYTES) {
            return name;
        }
        String extension = extension(name);
        return extension.isEmpty() ? fitted(name, "")
                : fitted(name.substring(0, name.length() - extension.length() - 1), "." + extension);
    }

    private static String fitted(String name, String tail) {
        int room = MAX_BYTES - tail.getBytes(UTF_8).length;
        StringBuilder head = new StringBuilder();
        int used = 0;
        for (int i = 0; i < name.length();) {
            String sign = Character.toString(name.codePointAt(i));
            used += sign.getBytes(UTF_8).length;
            if (used > room) {
                break;
            }
            head.append(sign);
            i += sign.length();
        }
        return head + tail;
    }
}
