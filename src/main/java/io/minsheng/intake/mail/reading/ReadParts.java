package io.minsheng.intake.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;

import org.jsoup.Jsoup;

import io.minsheng.platform.file.FileNames;
import io.minsheng.platform.text.Texts;

/** Walks through the parts of a mail: each in its own try, so that a broken one does not hide the others. */
final class ReadParts {

    private static final int MAX_DEPTH = 30;
    private static final int MAX_PARTS = 1000;
    private static final int MAX_TEXT = 2_000_000;

    private final ReadMail mail;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int parts;

    ReadParts(ReadMail mail) {
        this.mail = mail;
    }

    void read(MimeMessage message) {
        walk(message, 0, false);
        String own = joined(plain);
        if (own.isBlank()) {
            own = joined(html.stream().map(ReadParts::textOfHtml).toList());
        }
        String sent = joined(html);
        mail.html(sent.length() > MAX_TEXT ? sent.substring(0, MAX_TEXT) : sent);
        if (own.isBlank() && !nested.isEmpty()) {
            own = joined(nested);
            mail.flag(ReadMail.ONLY_FORWARDED, "正文取自作为附件转发的邮件。");
        }
        mail.text(shortened(own));
    }

    private static String shortened(String text) {
        return Texts.clean(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    }

    private void walk(MimePart part, int depth, boolean inNested) {
        if (depth > MAX_DEPTH) {
            mail.breach("邮件嵌套超过 " + MAX_DEPTH + " 层。");
            return;
        }
        if (++parts > MAX_PARTS) {
            mail.breach("邮件超过 " + MAX_PARTS + " 个部分。");
            return;
        }
        try {
            visit(part, depth, inNested);
        } catch (MessagingException | IOException | RuntimeException e) {
            mail.flag("BROKEN_PART", "有部分内容已损坏，未能读出，请查看原件。");
        }
    }

    private void visit(MimePart part, int depth, boolean inNested) throws MessagingException, IOException {
        String type = type(part);
        if (type.startsWith("multipart/")) {
            multipart(part, depth, inNested);
            return;
        }
        Optional<String> name = fileName(part);
        boolean attached = name.isPresent() || "attachment".equals(disposition(part));
        if (type.equals("message/rfc822")) {
            forwarded(part, name.orElse("转发邮件.eml"), depth, inNested);
        } else if (!attached && type.startsWith("text/") && !type.equals("text/calendar")) {
            List<String> into = inNested ? nested : type.equals("text/html") ? html : plain;
            String text = text(part);
            into.add(inNested && type.equals("text/html") ? textOfHtml(text) : text);
        } else {
            attachment(name.orElse(null), type, content(part));
        }
    }

    /** The outermost is kept as a file; what is in it, however deep, is read from its bytes without copying them again. */
    private void forwarded(MimePart part, String name, int depth, boolean inNested) throws MessagingException, IOException {
        if (inNested) {
            walk(new MimeMessage(null, shared(part)), depth + 1, true);
            return;
        }
        byte[] content = content(part);
        String source = enclose(name, "message/rfc822", content);
        int before = nested.size();
        MimeMessage inner = new MimeMessage(null, new SharedByteArrayInputStream(content));
        walk(inner, depth + 1, true);
        mail.forwarded(new ReadMail.Forwarded(source, Texts.cleanLine(HeaderText.decode(first(inner, "Subject"))),
                shortened(joined(nested.subList(before, nested.size())))));
    }

    private InputStream shared(MimePart part) throws MessagingException, IOException {
        InputStream content = part.getInputStream();
        return content instanceof SharedInputStream ? content : new SharedByteArrayInputStream(bytes(content));
    }

    private static String first(MimePart part, String header) throws MessagingException {
        String raw = rawHeader(part, header);
        return raw == null ? "" : raw;
    }

    private void multipart(MimePart part, int depth, boolean inNested) throws MessagingException, IOException {
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
            (inNested ? nested : plain).add(MailCharsets.guess(bytes(part.getDataHandler().getInputStream())));
            return;
        }
        for (int i = 0; i < count; i++) {
            BodyPart each = multipart.getBodyPart(i);
            if (each instanceof MimeBodyPart mime) {
                walk(mime, depth + 1, inNested);
            }
            if (parts > MAX_PARTS) {
                return;
            }
        }
    }

    /** A winmail.dat is unpacked; what is signed or encrypted stays as it is. */
    private void attachment(String name, String type, byte[] content) {
        Optional<WinmailDat> packed = WinmailDat.of(name, type, content);
        if (packed.isPresent()) {
            packed.get().files().forEach((inner, bytes) -> enclose(inner, "application/octet-stream", bytes));
            if (plain.isEmpty() && html.isEmpty() && !packed.get().text().isBlank()) {
                plain.add(packed.get().text());
            }
            if (packed.get().rtf().length > 0) {
                enclose("正文.rtf", "application/rtf", packed.get().rtf());
            }
            return;
        }
        if (type.contains("pkcs7")) {
            mail.flag("SMIME", "邮件有数字签名或经过加密，按原样保存。");
        }
        enclose(name, type, content);
    }

    private String enclose(String name, String type, byte[] content) {
        String unique = FileNames.clean(name);
        for (int i = 2; !names.add(unique); i++) {
            unique = FileNames.numbered(FileNames.clean(name), i);
        }
        mail.enclose(new ReadMail.Enclosure(unique, type, content));
        return unique;
    }

    private String text(MimePart part) throws MessagingException, IOException {
        String charset = HeaderParameters.of(rawHeader(part, "Content-Type")).get("charset").orElse(null);
        MailCharsets.Decoded decoded = MailCharsets.decode(content(part), charset);
        if (decoded.guessed()) {
            mail.flag("CHARSET", "文字编码未说明或不正确，按内容推断。");
        }
        return decoded.text();
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

    private static String textOfHtml(String html) {
        var document = Jsoup.parse(html);
        document.select("script,style,head,title").remove();
        document.outputSettings().prettyPrint(false);
        document.select("br").before("\n");
        document.select("p,div,tr,li,h1,h2,h3,h4,h5,h6,blockquote,table").before("\n");
        document.select("td,th").after(" ");
        return document.wholeText().replace('\u00A0', ' ').replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n");
    }

    private static String joined(List<String> texts) {
        return String.join("\n", texts.stream().filter(each -> !each.isBlank()).toList());
    }

    private static String type(Part part) throws MessagingException {
        String raw = rawHeader(part, "Content-Type");
        String type = raw == null ? "text/plain" : HeaderText.lower(raw.split(";", 2)[0]);
        return type.matches("[a-z0-9.+_-]+/[a-z0-9.+_-]+") ? type : "text/plain";
    }

    private static String disposition(Part part) throws MessagingException {
        String raw = rawHeader(part, "Content-Disposition");
        return raw == null ? "" : HeaderText.lower(raw.split(";", 2)[0]);
    }

    private static Optional<String> fileName(Part part) throws MessagingException {
        return HeaderParameters.of(rawHeader(part, "Content-Disposition")).get("filename")
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
