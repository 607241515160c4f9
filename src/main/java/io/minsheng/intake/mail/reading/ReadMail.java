package io.minsheng.intake.mail.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.minsheng.platform.file.ScanKind;

/** What could be read of a mail. */
public final class ReadMail {

    /**
     * A sender.
     *
     * @param name display name, may be empty
     * @param email as written, without brackets
     */
    public record Sender(String name, String email) {
    }

    /**
     * A file that came along.
     *
     * @param contentId by which the HTML of the mail names it (RFC 2392); may be empty
     */
    public record Enclosure(String name, String contentId, String mediaType, byte[] content) {

        /** Which kind of photo or scan it is, if it is one; the content says so. */
        public Optional<ScanKind> scan() {
            return ScanKind.of(content);
        }

        private boolean isPictureOf(String wanted) {
            return !contentId.isEmpty() && contentId.equalsIgnoreCase(wanted) && scan().filter(ScanKind::picture).isPresent();
        }

        /** Whether it is a photo, which shows what the words are about. */
        public boolean photo() {
            return scan().filter(ScanKind::photo).isPresent();
        }
    }

    /**
     * A mail that came along as a file.
     *
     * @param source name of its enclosure
     * @param sender null if it names none, or several
     * @param subject decoded, may be empty
     * @param text what a person would read in it
     */
    public record Forwarded(String source, Sender sender, String subject, String text) {
    }

    static final String ONLY_FORWARDED = "NESTED";

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Sender> senders = new ArrayList<>();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private final List<Forwarded> forwarded = new ArrayList<>();
    private final Map<String, String> flags = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String html = "";
    private String contentDigest;
    private String breach;
    private String encrypted;

    void header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    void sender(Sender sender) {
        senders.add(sender);
    }

    void enclose(Enclosure enclosure) {
        enclosures.add(enclosure);
    }

    void forwarded(Forwarded mail) {
        forwarded.add(mail);
    }

    void text(String more) {
        text.append(text.isEmpty() ? "" : "\n").append(more);
    }

    void html(String whole) {
        this.html = whole;
    }

    /** Something about the mail that a reader should know; each kind once. */
    void flag(String code, String words) {
        flags.putIfAbsent(code, words);
    }

    void digest(String digest) {
        this.contentDigest = digest;
    }

    /** Nobody but its addressee can read it; {@code why} in words for people. */
    void encrypted(String why) {
        encrypted = why;
    }

    /** A limit was passed: a person must look. */
    void breach(String why) {
        if (breach == null) {
            breach = why;
        }
    }

    /** First value of a header, decoded; empty text if there is none. */
    public String header(String name) {
        List<String> found = headers.get(name);
        return found == null ? "" : found.get(0);
    }

    public boolean hasHeader(String name) {
        return headers.containsKey(name);
    }

    public Set<String> headerNames() {
        return headers.keySet();
    }

    public List<Sender> senders() {
        return List.copyOf(senders);
    }

    /** The one sender; empty if there is none or several, for then nobody knows whom to answer. */
    public Optional<Sender> sender() {
        return senders.size() == 1 ? Optional.of(senders.get(0)) : Optional.empty();
    }

    /** Decoded, on one line. */
    public String subject() {
        return header("Subject");
    }

    public String messageId() {
        return header("Message-ID");
    }

    /** The text that a person would read; from HTML where there is no other. */
    public String text() {
        return text.toString();
    }

    /** The same, with what is quoted apart. */
    public QuotedText.Split parted() {
        return QuotedText.split(text());
    }

    /** What of a text of this mail somebody has written: without what is quoted, and what a program has written below it. */
    public String written(String whole) {
        String fresh = QuotedText.fresh(whole);
        return sender().map(each -> OwnSignature.removed(fresh, each)).orElse(fresh);
    }

    /**
     * The HTML as a page may show it; empty if there is none.
     *
     * @param files address below which our own server gives the enclosures, by their places
     */
    public String safeHtml(String files) {
        return SafeHtml.of(html, contentId -> IntStream.range(0, enclosures.size())
                .filter(each -> enclosures.get(each).isPictureOf(contentId)).boxed().findFirst()
                .map(each -> files + each + "?inline=true"));
    }

    /** The HTML as it was sent, for reading tables in it; never to be shown. Empty if there is none. */
    public String html() {
        return html;
    }

    public List<Enclosure> enclosures() {
        return List.copyOf(enclosures);
    }

    /** Whether nothing was written besides the mails that came along, so that the text is theirs. */
    public boolean isOnlyForwarded() {
        return flags.containsKey(ONLY_FORWARDED);
    }

    /** The mails that came along as files; their own files are among the enclosures. */
    public List<Forwarded> forwarded() {
        return List.copyOf(forwarded);
    }

    public List<String> flags() {
        return List.copyOf(flags.values());
    }

    /** Equal for the same mail that came twice, over whatever way. */
    public String contentDigest() {
        return contentDigest;
    }

    /** That what it says is encrypted, in words for people; null if it is not. */
    public String encrypted() {
        return encrypted;
    }

    /** Why it could not be read whole; null if it could. */
    public String breach() {
        return breach;
    }
}
