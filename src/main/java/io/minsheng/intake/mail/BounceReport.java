package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.text.Texts;

/**
 * A report with a delivery-status part (RFC 3464) that a mail failed. Whether that mail was ours it cannot know.
 *
 * @param messageId of the mail that came back, as the report quotes it
 * @param why without addresses
 */
record BounceReport(String messageId, String why) {

    private static final int MAX_PART = 64 * 1024;
    private static final int MAX_WORDS = 200;
    /** Also as servers write it whose addresses are not ASCII (RFC 6533). */
    private static final Pattern STATUS_TYPE = Pattern.compile("message/(?:global-)?delivery-status\\b");
    private static final Pattern MAIL_TYPE = Pattern.compile("message/(?:rfc822|global)(?![\\w-])");
    private static final Pattern HEADERS_TYPE = Pattern.compile("text/rfc822-headers\\b|message/global-headers\\b");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*failed\\b");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern DIAGNOSTIC = Pattern
            .compile("(?im)^Diagnostic-Code:\\s*(?:smtp;)?\\s*(.+(?:\\r?\\n[ \\t]+.+)*)");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+|\\r?\\n[ \\t]+\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"]+@[^\\s<>\"]+");

    /** A message is read without one, and making one searches every archive of the program. */
    private static final Session NO_SESSION = null;

    /** The report that a mail is; empty for any other mail and one that cannot be read. */
    static Optional<BounceReport> in(ReadMail mail, Supplier<InputStream> bytes) {
        String type = mail.header("Content-Type").toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/report") || mail.breach() != null) {
            return Optional.empty();
        }
        try (InputStream raw = bytes.get()) {
            List<Part> parts = parts(new MimeMessage(NO_SESSION, raw));
            String status = text(parts, STATUS_TYPE);
            String returned = text(parts, MAIL_TYPE) + "\n" + text(parts, HEADERS_TYPE);
            Matcher id = MESSAGE_ID.matcher(returned);
            return ACTION.matcher(status).find() && id.find() ? Optional.of(new BounceReport(id.group(1), why(status)))
                    : Optional.empty();
        } catch (IOException | MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Part> parts(MimeMessage message) throws MessagingException {
        List<Part> parts = new ArrayList<>();
        MimeMultipart report = new MimeMultipart(message.getDataHandler().getDataSource());
        for (int i = 0; i < report.getCount(); i++) {
            parts.add(report.getBodyPart(i));
        }
        return parts;
    }

    /** The beginning of the first part of a type; empty if there is none. */
    private static String text(List<Part> parts, Pattern type) throws MessagingException, IOException {
        for (Part each : parts) {
            String its = each.getContentType();
            if (its != null && type.matcher(its.strip().toLowerCase(Locale.ROOT)).lookingAt()) {
                try (InputStream in = each.getInputStream()) {
                    return new String(in.readNBytes(MAX_PART), ISO_8859_1);
                }
            }
        }
        return "";
    }

    private static String why(String status) {
        Matcher code = STATUS.matcher(status);
        Matcher diagnostic = DIAGNOSTIC.matcher(status);
        String said = diagnostic.find() ? ADDRESS.matcher(Texts.cleanLine(diagnostic.group(1))).replaceAll("…") : "";
        String words = (code.find() ? code.group(1) + " " : "") + said;
        return Texts.shorten(words.isBlank() ? "对方服务器没有说明原因" : words.strip(), MAX_WORDS);
    }
}
