package io.minsheng.intake.mail.imap;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.imap.IMAPFolder;

import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;

/**
 * One connection to the server of a mailbox. Every wait has an end, certificate and host name are checked, and who we are is
 * said after each login (see {@link IdentifiedImapStore}).
 */
public final class ImapConnection implements AutoCloseable {

    private final Mailbox mailbox;
    private final IdentifiedImapStore store;

    private ImapConnection(Mailbox mailbox, IdentifiedImapStore store) {
        this.mailbox = mailbox;
        this.store = store;
    }

    /** How long to wait. */
    public record Patience(int connectMillis, int readMillis) {

        static final Patience USUAL = new Patience(20_000, 60_000);
    }

    /** What a visitor does with an open folder. */
    public interface Visit<T> {
        T visit(ImapFolder folder) throws MessagingException, IOException;
    }

    /**
     * Connects and signs in.
     *
     * @param trusted makes sockets that trust certificates besides the usual ones; null for the usual ones
     * @throws MessagingException what the server or the way to it refused
     */
    static ImapConnection open(Mailbox mailbox, SSLSocketFactory trusted, Patience patience) throws MessagingException {
        boolean tls = mailbox.server().security() == Security.TLS;
        Session session = Session.getInstance(properties(mailbox, tls ? "imaps" : "imap", trusted, patience));
        IdentifiedImapStore store = new IdentifiedImapStore(session, tls, mailbox.server().profile() == Profile.NETEASE);
        store.connect(mailbox.server().host(), mailbox.server().port(), mailbox.account().username(),
                mailbox.account().password().unsealed());
        return new ImapConnection(mailbox, store);
    }

    private static Properties properties(Mailbox mailbox, String protocol, SSLSocketFactory trusted, Patience patience) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(patience.connectMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(patience.readMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(patience.readMillis()));
        properties.setProperty(prefix + "connectionpooltimeout", String.valueOf(patience.readMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true");
        if (trusted != null) {
            properties.put(prefix + "ssl.socketFactory", trusted);
            // or else what it refuses is tried once more without it
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
        if (mailbox.server().security() == Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        properties.setProperty("mail.store.protocol", protocol);
        return properties;
    }

    /** Whether it is for the mailbox as it is now, and the server still answers on it. */
    boolean serves(Mailbox wanted) {
        return mailbox.equals(wanted) && store.isConnected();
    }

    /**
     * Opens the folder, for reading only unless mails are to be marked there, lets the visitor look, and closes it again.
     *
     * @throws MessagingException what the server refused, or the connection broke
     */
    public <T> T inFolder(Visit<T> visit) throws MessagingException, IOException {
        try (Folder folder = store.getFolder(mailbox.folder())) {
            folder.open(mailbox.touches() ? Folder.READ_WRITE : Folder.READ_ONLY);
            return visit.visit(new ImapFolder((IMAPFolder) folder));
        }
    }

    /** Names of the folders, at most so many. */
    public List<String> folders(int max) throws MessagingException {
        return Arrays.stream(store.getDefaultFolder().list("*")).limit(max).map(Folder::getFullName).toList();
    }

    /** Whether there is a folder of this name. */
    public boolean has(String folder) throws MessagingException {
        return store.getFolder(folder).exists();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            // nothing more can be done with it
        }
    }
}
