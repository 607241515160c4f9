package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

import io.minsheng.intake.mail.reading.MailCharsets;
import io.minsheng.platform.file.FileNames;

/**
 * Reads the forms in a file that came along (shared/mail.md 23 to 25): recognised by content, within limits of size, depth and
 * time, on a thread of its own. A file that cannot be read, or holds no form, is a plain attachment: no forms come back.
 */
public final class ReadForms {

    /** Of a zip and a PDF the pictures are not opened, which make most of a large file. */
    private static final int MAX_PACKED = 20 * 1024 * 1024;
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_DOCUMENTS = 50;
    private static final Duration TIME = Duration.ofSeconds(20);

    private ReadForms() {
    }

    /**
     * A form and where it stood.
     *
     * @param source name of the file; within a zip the zip's and the file's, parted by a slash
     */
    public record Found(String source, FilledForm form) {
    }

    /**
     * Running text without a form, and where it stood.
     *
     * @param source as {@link Found#source()}
     */
    public record Letter(String source, String text) {
    }

    /**
     * What a file holds.
     *
     * @param letters texts of the documents in it that are no forms but may say the same in running text
     * @param trouble why a person must look at it, in words for people; null if nobody has to
     */
    public record Outcome(List<Found> forms, List<Letter> letters, String trouble) {

        private static final Outcome NONE = new Outcome(List.of(), List.of(), null);

        static Outcome troubled(String trouble) {
            return new Outcome(List.of(), List.of(), trouble);
        }
    }

    /** What was found in one file, and the files in it that nobody has read. */
    private record Contents(List<Found> forms, List<Letter> letters, List<String> packed, List<String> locked,
            List<String> broken) {

        Contents() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** A packed file that is not opened and may hold more. */
        static Contents packed(String name) {
            Contents contents = new Contents();
            contents.packed.add(name);
            return contents;
        }

        void add(Contents other) {
            forms.addAll(other.forms);
            letters.addAll(other.letters);
            packed.addAll(other.packed);
        }

        Outcome outcome() {
            String trouble = words(packed, "压缩包“%s”没有打开，请查看其中是否还有建议。") + words(locked, "压缩包里的“%s”设有密码，无法读取。")
                    + words(broken, "压缩包里的“%s”已损坏，无法打开。");
            return new Outcome(forms, letters, trouble.isEmpty() ? null : trouble);
        }

        private static String words(List<String> names, String words) {
            return names.isEmpty() ? "" : words.formatted(String.join("”、“", names));
        }
    }

    /** Reads one file; throws nothing for what a sender did. */
    public static Outcome read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return Outcome.NONE;
        }
        DocumentKind kind;
        try {
            kind = DocumentKind.of(bytes);
        } catch (Locked e) {
            return locked(name);
        } catch (IOException | RuntimeException broken) {
            return Outcome.NONE;
        }
        int max = kind == DocumentKind.ZIP || kind == DocumentKind.PDF ? MAX_PACKED : MAX_BYTES;
        if (kind != DocumentKind.NONE && bytes.length > max) {
            return Outcome.troubled("附件“" + name + "”超过 " + max / 1024 / 1024 + " MB，没有自动识别。");
        }
        return kind == DocumentKind.NONE ? Outcome.NONE : inTime(name, bytes);
    }

    /** The form that a text with lines like 建议内容：… makes up; its fields are empty if there are none. */
    public static FilledForm ofText(String text) {
        return FindForms.inLines(ReadLines.of(text).entries());
    }

    /** All forms that such a text makes up, one after the other. */
    public static List<FilledForm> allOfText(String text) {
        return FindForms.in(new FormDocument(List.of(new FormDocument.Paragraph(text))));
    }

    /** What remains of such a text without its form lines. */
    public static String remainder(String text) {
        return ReadLines.of(text).rest();
    }

    /** The forms in the tables of a page of HTML, as people paste them into a mail. */
    public static List<FilledForm> ofHtml(String html) {
        try {
            return html.contains("<table") || html.contains("<TABLE") ? FindForms.in(ReadHtml.of(html)) : List.of();
        } catch (TooMuch e) {
            return List.of();
        }
    }

    private static Outcome inTime(String name, byte[] bytes) {
        CompletableFuture<Contents> done = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                done.complete(contents(name, bytes, new Archive.Budget(), true));
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }, "form-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            return done.get(TIME.toSeconds(), TimeUnit.SECONDS).outcome();
        } catch (TimeoutException e) {
            reader.interrupt();
            return Outcome.troubled("附件“" + name + "”在 " + TIME.toSeconds() + " 秒内未能读完。");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.troubled("读取附件时被中断。");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Locked) {
                return locked(name);
            }
            return e.getCause() instanceof TooMuch much
                    ? Outcome.troubled("附件“" + name + "”" + much.getMessage() + "，没有打开。")
                    : Outcome.NONE;
        }
    }

    private static Outcome locked(String name) {
        return Outcome.troubled("附件“" + name + "”设有密码，无法读取。");
    }

    private static Contents contents(String name, byte[] bytes, Archive.Budget budget, boolean outer) throws IOException {
        DocumentKind kind = DocumentKind.of(bytes);
        if (kind == DocumentKind.PACKED) {
            return Contents.packed(name);
        }
        FormDocument document = switch (kind) {
            case ZIP -> null;
            case DOC -> ReadDoc.of(bytes);
            case XLS -> ReadXls.of(bytes);
            case RTF -> ReadRtf.of(bytes);
            case PDF -> ReadPdf.of(bytes);
            case HTML -> ReadHtml.of(MailCharsets.guess(bytes));
            case TEXT -> new FormDocument(List.of(new FormDocument.Paragraph(MailCharsets.guess(bytes))));
            case NONE, PACKED -> new FormDocument(List.of());
        };
        return document == null ? zipped(name, bytes, budget, outer) : found(name, document);
    }

    private static Contents found(String name, FormDocument document) {
        Contents found = new Contents();
        FindForms.in(document).forEach(each -> found.forms().add(new Found(name, each)));
        if (found.forms().isEmpty()) {
            FreeLetter.in(document).ifPresent(text -> found.letters().add(new Letter(name, text)));
        }
        return found;
    }

    private static Contents zipped(String name, byte[] bytes, Archive.Budget budget, boolean outer) throws IOException {
        try (Archive archive = new Archive(bytes, budget)) {
            if (archive.has("word/document.xml")) {
                return found(name, ReadDocx.of(archive));
            }
            if (archive.has("xl/workbook.xml")) {
                return found(name, ReadXlsx.of(archive));
            }
            if (archive.has("content.xml")) {
                return found(name, ReadOdf.of(archive));
            }
            if (outer) {
                return each(name, archive, budget);
            }
            // slides and the like hold no form and hide no files
            return archive.has("[Content_Types].xml") ? new Contents() : Contents.packed(name);
        }
    }

    /** The documents in an ordinary zip; a zip in a zip is left to a person. */
    private static Contents each(String name, Archive archive, Archive.Budget budget) throws IOException {
        Contents found = new Contents();
        List<ZipArchiveEntry> files = archive.files();
        if (files.size() > MAX_DOCUMENTS) {
            throw new TooMuch("内有超过 " + MAX_DOCUMENTS + " 个文件");
        }
        for (ZipArchiveEntry file : files) {
            String inside = FileNames.clean(MailCharsets.guess(file.getRawName()));
            // the others are read all the same
            try (InputStream in = archive.open(file)) {
                found.add(contents(name + "/" + inside, in.readAllBytes(), budget, false));
            } catch (Locked e) {
                found.locked.add(inside);
            } catch (TooMuch e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                found.broken.add(inside);
            }
        }
        return found;
    }
}
