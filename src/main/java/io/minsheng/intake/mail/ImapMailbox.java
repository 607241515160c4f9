package io.minsheng.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;

import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The mailbox on its server. Opened for reading only and read with BODY.PEEK, so that nothing changes there. Every wait has an
 * end.
 */
@ApplicationScoped
class ImapMailbox {

    private static final String CONNECT_MILLIS = "20000";
    private static final String READ_MILLIS = "60000";
    private static final int FETCH_BYTES = 512 * 1024;

    private final MailboxSettings settings;

    ImapMailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    /** A mail on the server. */
    interface Remote {
        long uid();

        Instant receivedAt();

        /** The raw bytes, once. */
        InputStream open() throws MessagingException;
    }

    /** What a visitor does with an open folder. */
    interface Visit<T> {
        T visit(Open folder) throws MessagingException, IOException;
    }

    /** An open folder. */
    interface Open {
        long uidValidity() throws MessagingException;

        /** The mails above a UID, ascending. */
        List<Remote> after(long uid) throws MessagingException;

        /** Whether the connection is gone. */
        boolean isClosed();
    }

    /**
     * Connects, opens the folder, lets the visitor look, and closes everything.
     *
     * @throws MessagingException what the server or the way to it refused
     */
    <T> T visit(Visit<T> visit) throws MessagingException, IOException {
        boolean tls = settings.security() == MailboxSettings.Security.TLS;
        Session session = Session.getInstance(properties(tls ? "imaps" : "imap"));
        try (IdentifiedImapStore store = new IdentifiedImapStore(session, tls,
                settings.profile() == MailboxSettings.Profile.NETEASE)) {
            store.connect(settings.host().orElseThrow(), settings.port().orElse(tls ? 993 : 143),
                    settings.username().orElseThrow(), settings.password().orElseThrow());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_ONLY);
                return visit.visit(new OpenFolder((IMAPFolder) folder));
            }
        }
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", READ_MILLIS);
        properties.setProperty(prefix + "writetimeout", READ_MILLIS);
        properties.setProperty(prefix + "connectionpooltimeout", READ_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", String.valueOf(FETCH_BYTES));
        properties.setProperty(prefix + "ignorebodystructuresize", "true");
        if (settings.security() == MailboxSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        properties.setProperty("mail.store.protocol", protocol.toLowerCase(Locale.ROOT));
        return properties;
    }

    private record OpenFolder(IMAPFolder folder) implements Open {

        @Override
        public long uidValidity() throws MessagingException {
            return folder.getUIDValidity();
        }

        @Override
        public boolean isClosed() {
            return !folder.isOpen() || !folder.getStore().isConnected();
        }

        @Override
        public List<Remote> after(long uid) throws MessagingException {
            Message[] found = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.SIZE);
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            folder.fetch(found, profile);
            List<Remote> remotes = new ArrayList<>();
            for (Message each : found) {
                long its = each == null ? -1 : folder.getUID(each);
                // a range that ends in * always holds the last mail, even below its start (RFC 3501, 6.4.8)
                if (its > uid) {
                    remotes.add(new RemoteMail((IMAPMessage) each, its));
                }
            }
            remotes.sort(Comparator.comparingLong(Remote::uid));
            return remotes;
        }
    }

    private record RemoteMail(IMAPMessage message, long uid) implements Remote {

        @Override
        public Instant receivedAt() {
            try {
                Date date = message.getReceivedDate();
                return date == null ? null : date.toInstant();
            } catch (MessagingException e) {
                return null;
            }
        }

        @Override
        public InputStream open() throws MessagingException {
            message.setPeek(true);
            return message.getMimeStream();
        }
    }
}
