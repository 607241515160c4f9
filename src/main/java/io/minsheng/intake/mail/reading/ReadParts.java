package io.minsheng.intake.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;

import io.minsheng.platform.file.FileNames;
import io.minsheng.platform.text.Texts;

/** Walks through the parts of a mail: each in its own try, so that a broken one does not hide the others. */
final class ReadParts {

    private static final int MAX_DEPTH = 30;
    private static final int MAX_PARTS = 1000;
    private static final int MAX_TEXT = 2_000_000;

    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+_-]+/[a-z0-9.+_-]+");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}:[ \\t\\r\\n]");

    private final ReadMail mail;
    private final ReadWords own = new ReadWords();
    private final ReadWords nested = new ReadWords();
    private final Set<String> names = new HashSet<>();
    private boolean sealed;
    private int groups;
    private int parts;

    ReadParts(ReadMail mail) {
        this.mail = mail;
    }

    /**
     * Where a part is.
     *
     * @param inNested whether in a mail that came along
     * @param group of parts that say the same in several forms (RFC 2046, 5.1.4); 0 for none
     */
    private record Place(int depth, boolean inNested, int group) {

        Place ofMail() {
            return new Place(depth + 1, true, 0);
        }

        Place ofPart(int itsGroup) {
            return new Place(depth + 1, inNested, itsGroup);
        }
    }

    void read(MimeMessage message) {
        walk(message, new Place(0, false, 0));
        mail.html(cut(own.html()));
        String text = own.text();
        if (text.isBlank() && !nested.isEmpty()) {
            text = nested.text();
            mail.flag(ReadMail.ONLY_FORWARDED, "正文取自作为附件转发的邮件。");
        }
        text = shortened(text);
        if (SignedText.isSigned(text)) {
            mail.flag("PGP", "邮件有 PGP 数字签名，没有验证。");
            text = SignedText.words(text);
        }
        mail.text(text);
        if (SignedText.isEncrypted(text) || sealed && text.isBlank()) {
            mail.encrypted("邮件经过加密或封装在数字签名里，系统无法读取内容，请联系来信人改发普通邮件。");
        }
    }

    private static String shortened(String text) {
        return Texts.clean(cut(text));
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private void walk(MimePart part, Place place) {
        if (place.depth() > MAX_DEPTH) {
            mail.breach("邮件嵌套超过 " + MAX_DEPTH + " 层。");
            return;
        }
        if (++parts > MAX_PARTS) {
            mail.breach("邮件超过 " + MAX_PARTS + " 个部分。");
            return;
        }
        try {
            visit(part, place);
        } catch (MessagingException | IOException | RuntimeException e) {
            mail.flag("BROKEN_PART", "有部分内容已损坏，未能读出，请查看原件。");
        }
    }

    private void visit(MimePart part, Place place) throws MessagingException, IOException {
        String type = type(part);
        if (type.startsWith("multipart/")) {
            multipart(part, type, place);
            return;
        }
        Optional<String> name = fileName(part);
        boolean attached = name.isPresent() || "attachment".equals(disposition(part));
        if (isMail(part, type, name.orElse(""))) {
            forwarded(part, name.orElse("转发邮件.eml"), place);
        } else if (!attached && ReadWords.areIn(type)) {
            words(place).add(group(place), type.equals("text/html"), text(part));
        } else {
            attachment(name.orElse(ReadWords.fileName(type)), contentId(part), type, content(part), place);
        }
    }

    private ReadWords words(Place place) {
        return place.inNested() ? nested : own;
    }

    private int group(Place place) {
        return place.group() == 0 ? ++groups : place.group();
    }

    /** By its type, or by its name and how it begins: many programs forward a mail as any file. */
    private boolean isMail(MimePart part, String type, String name) throws MessagingException, IOException {
        if (type.equals("message/rfc822") || type.equals("message/global")) {
            return true;
        }
        if (!FileNames.extension(name).equals("eml")) {
            return false;
        }
        try (InputStream in = part.getInputStream()) {
            return MAIL.matcher(new String(in.readNBytes(100), StandardCharsets.ISO_8859_1)).lookingAt();
        }
    }

    /** The outermost is kept as a file; what is in it, however deep, is read from its bytes without copying them again. */
    private void forwarded(MimePart part, String name, Place place) throws MessagingException, IOException {
        if (place.inNested()) {
            walk(new MimeMessage(null, shared(part)), place.ofMail());
            return;
        }
        byte[] content = content(part);
        String source = enclose(name, "", "message/rfc822", content);
        int before = nested.size();
        MimeMessage inner = new MimeMessage(null, new SharedByteArrayInputStream(content));
        walk(inner, place.ofMail());
        List<ReadMail.Sender> senders = ReadSenders.of(first(inner, "From"));
        mail.forwarded(new ReadMail.Forwarded(source, senders.size() == 1 ? senders.get(0) : null,
                Texts.cleanLine(HeaderText.decode(first(inner, "Subject"))),
                shortened(nested.textFrom(before))));
    }

    private InputStream shared(MimePart part) throws MessagingException, IOException {
        InputStream content = part.getInputStream();
        return content instanceof SharedInputStream ? content : new SharedByteArrayInputStream(bytes(content));
    }

    private static String first(Part part, String header) throws MessagingException {
        String raw = rawHeader(part, header);
        return raw == null ? "" : raw;
    }

    private void multipart(MimePart part, String type, Place place) throws MessagingException, IOException {
        if (PartSource.count(part, MAX_PARTS + 1) > MAX_PARTS + 1) {
            mail.breach("邮件超过 " + MAX_PARTS + " 个部分。");
            return;
        }
        MimeMultipart multipart = new MimeMultipart(new PartSource(part));
        int count;
        try {
            count = multipart.getCount();
        } catch (MessagingException | RuntimeException e) {
            // no boundary or none found: what is there is shown as text
            mail.flag("BROKEN_PART", "有部分内容已损坏，未能读出，请查看原件。");
            words(place).add(group(place), false, MailCharsets.guess(bytes(part.getDataHandler().getInputStream())));
            return;
        }
        sealed |= type.equals("multipart/encrypted");
        int group = place.group() == 0 && type.equals("multipart/alternative") ? ++groups : place.group();
        for (int i = 0; i < count; i++) {
            BodyPart each = multipart.getBodyPart(i);
            if (each instanceof MimeBodyPart mime) {
                walk(mime, place.ofPart(group));
            }
            if (parts > MAX_PARTS) {
                return;
            }
        }
    }

    /** A winmail.dat is unpacked; what is signed or encrypted stays as it is. */
    private void attachment(String name, String contentId, String type, byte[] content, Place place) {
        Optional<WinmailDat> packed = WinmailDat.of(name, type, content);
        if (packed.isPresent()) {
            packed.get().files().forEach((inner, bytes) -> enclose(inner, "", "application/octet-stream", bytes));
            if (own.isEmpty() && !packed.get().text().isBlank()) {
                own.add(group(place), false, packed.get().text());
            }
            if (packed.get().rtf().length > 0) {
                enclose("正文.rtf", "", "application/rtf", packed.get().rtf());
            }
            return;
        }
        if (type.contains("pkcs7")) {
            mail.flag("SMIME", "邮件有数字签名或经过加密，按原样保存。");
            sealed |= type.contains("mime");
        }
        enclose(name, contentId, type, content);
    }

    private String enclose(String name, String contentId, String type, byte[] content) {
        String unique = FileNames.clean(name);
        for (int i = 2; !names.add(unique); i++) {
            unique = FileNames.numbered(FileNames.clean(name), i);
        }
        mail.enclose(new ReadMail.Enclosure(unique, contentId, type, content));
        return unique;
    }

    private String text(MimePart part) throws MessagingException, IOException {
        HeaderParameters type = HeaderParameters.of(rawHeader(part, "Content-Type"));
        MailCharsets.Decoded decoded = MailCharsets.decode(content(part), type.get("charset").orElse(null));
        if (decoded.guessed()) {
            mail.flag("CHARSET", "文字编码未说明或不正确，按内容推断。");
        }
        return type.get("format").filter("flowed"::equalsIgnoreCase).isEmpty() ? decoded.text()
                : FlowedText.joined(cut(decoded.text()), type.get("delsp").filter("yes"::equalsIgnoreCase).isPresent());
    }

    /** Decoded by its transfer encoding; raw where that fails. */
    private byte[] content(MimePart part) throws MessagingException, IOException {
        try {
            return bytes(part.getInputStream());
        } catch (IOException | MessagingException e) {
            mail.flag("TRANSFER_ENCODING", "有部分内容的传输编码不正确，按原样读取。");
            return bytes(part instanceof MimeMessage message ? message.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream());
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static String type(Part part) throws MessagingException {
        String raw = rawHeader(part, "Content-Type");
        Matcher type = TYPE.matcher(HeaderText.lower(raw));
        return type.lookingAt() ? type.group() : "text/plain";
    }

    private static String contentId(Part part) throws MessagingException {
        return first(part, "Content-ID").replaceAll("[<>\\s]", "");
    }

    private static String disposition(Part part) throws MessagingException {
        String raw = rawHeader(part, "Content-Disposition");
        return raw == null ? "" : HeaderText.lower(raw.split(";", 2)[0]);
    }

    private static Optional<String> fileName(Part part) throws MessagingException {
        return HeaderParameters.of(rawHeader(part, "Content-Disposition")).get("filename").filter(each -> !each.isBlank())
                .or(() -> typeName(part)).filter(each -> !each.isBlank());
    }

    private static Optional<String> typeName(Part part) {
        try {
            return HeaderParameters.of(rawHeader(part, "Content-Type")).get("name");
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static String rawHeader(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
