package io.minsheng.intake.mail.reading;

import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;

import io.minsheng.platform.text.Texts;

/**
 * Reads a raw mail within limits of size, depth, parts and time (shared/mail.md 19). Whatever is wrong with it, something comes
 * back: the digest always, the rest as far as it could be read, and {@link ReadMail#breach()} when a person must look.
 */
@Singleton
public class MailReader {

    /** Larger mails are kept, not read. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;

    private static final int SECONDS = 60;
    private static final int MAX_VALUE = 100 * 1024;
    private static final Set<String> SHOWN = Set.of("from", "subject");

    static {
        // before the library reads them once and for all (mail.md 22)
        System.setProperty("mail.mime.decodetext.strict", "false");
        System.setProperty("mail.mime.parameters.strict", "false");
        System.setProperty("mail.mime.ignoreunknownencoding", "true");
        System.setProperty("mail.mime.multipart.allowempty", "true");
        System.setProperty("mail.mime.multipart.ignoremissingendboundary", "true");
        System.setProperty("mail.mime.multipart.ignoremissingboundaryparameter", "true");
        System.setProperty("mail.mime.multipart.ignoreexistingboundaryparameter", "false");
        System.setProperty("mail.mime.base64.ignoreerrors", "true");
        System.setProperty("mail.mime.uudecode.ignoreerrors", "true");
        System.setProperty("mail.mime.uudecode.ignoremissingbeginend", "true");
        // else the library opens archives to look for its own class at each head and each part of every mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** One for all mails: making a session searches every archive of the program, longer than a mail takes to read. */
    private final Session lenient = Session.getInstance(lenience());

    /** As many as mails are read side by side, and those that were left behind; each goes when it has nothing to do. */
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread reader = new Thread(task, "mail-reader");
        reader.setDaemon(true);
        return reader;
    });

    /** Reads on a thread of its own, which is left behind if it takes too long. */
    public ReadMail read(byte[] bytes) {
        RawMail raw = new RawMail(bytes);
        ReadMail mail = ofHead(raw, raw.contentDigest());
        if (raw.hasEndlessHead()) {
            mail.breach("邮件头过长。");
            return mail;
        }
        return awaited(readers.submit(() -> parse(bytes, mail)), mail, raw);
    }

    /**
     * Stands for a mail beyond the limit of size.
     *
     * @param head its first bytes, from which sender and subject are read
     */
    public ReadMail tooLarge(String sha256, byte[] head) {
        ReadMail mail = ofHead(new RawMail(head), sha256);
        mail.breach("邮件超过 " + MAX_BYTES / 1024 / 1024 + " MB。");
        return mail;
    }

    /** The header lines need no structure, so they can always be read. */
    private static ReadMail ofHead(RawMail raw, String digest) {
        ReadMail mail = new ReadMail();
        mail.digest(digest);
        try {
            Enumeration<Header> headers = new InternetHeaders(raw.head(), false).getAllHeaders();
            while (headers.hasMoreElements()) {
                Header header = headers.nextElement();
                String value = header.getValue() == null || header.getValue().length() > MAX_VALUE ? "" : header.getValue();
                mail.header(header.getName(), Texts.cleanLine(HeaderText.decode(value)));
                if (SHOWN.contains(HeaderText.lower(header.getName())) && HeaderText.isGuessed(value)) {
                    mail.flag("HEAD_CHARSET", "主题或发件人的文字编码不明，按内容推断。");
                }
                if (header.getName().equalsIgnoreCase("From")) {
                    ReadSenders.of(value).forEach(mail::sender);
                }
            }
        } catch (MessagingException | RuntimeException e) {
            mail.flag("HEAD", "邮件头有损坏，请查看原件。");
        }
        return mail;
    }

    private static ReadMail awaited(Future<?> done, ReadMail mail, RawMail raw) {
        try {
            done.get(SECONDS, TimeUnit.SECONDS);
            return mail;
        } catch (TimeoutException e) {
            done.cancel(true);
            return unreadable(raw, "邮件在 " + SECONDS + " 秒内未能读完。");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreadable(raw, "读取邮件时被中断。");
        } catch (ExecutionException e) {
            mail.breach("邮件结构无法识别（" + e.getCause().getClass().getSimpleName() + "）。");
            return mail;
        }
    }

    /** A fresh one, because the thread left behind may still write to the other. */
    private static ReadMail unreadable(RawMail raw, String why) {
        ReadMail mail = ofHead(raw, raw.contentDigest());
        mail.breach(why);
        return mail;
    }

    /** The bytes are shared by all parts, however deep: copies of a large mail at each level would fill the memory. */
    private Void parse(byte[] bytes, ReadMail mail) throws MessagingException {
        new ReadParts(mail).read(new MimeMessage(lenient, new SharedByteArrayInputStream(bytes)));
        return null;
    }

    private static Properties lenience() {
        Properties lenience = new Properties();
        lenience.setProperty("mail.mime.address.strict", "false");
        lenience.setProperty("mail.mime.allowutf8", "false");
        return lenience;
    }
}
