package io.minsheng.intake.mail.imap;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLSocketFactory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;

import io.minsheng.intake.mail.imap.ImapConnection.Patience;
import io.minsheng.intake.mail.imap.ImapConnection.Visit;
import io.quarkus.runtime.ShutdownEvent;

/** Keeps one connection for each mailbox from poll to poll: QQ dislikes new ones. A broken one is given up at once. */
@ApplicationScoped
public class ImapConnections {

    private final Map<String, ImapConnection> kept = new ConcurrentHashMap<>();
    private final SSLSocketFactory trusted;

    ImapConnections(MailboxSettings settings) {
        this.trusted = settings.certificates().map(TrustedCertificates::sockets).orElse(null);
    }

    /**
     * Lets the visitor look into the folder over the kept connection, or a new one that is then kept. While one thread is at
     * it, another gets a connection of its own; one of the two is kept.
     *
     * @throws MessagingException what the server or the way to it refused
     */
    public <T> T visit(Mailbox mailbox, Visit<T> visit) throws MessagingException, IOException {
        ImapConnection connection = kept.remove(mailbox.id());
        if (connection != null && !connection.serves(mailbox)) {
            connection.close();
            connection = null;
        }
        if (connection == null) {
            connection = open(mailbox, Patience.USUAL);
        }
        boolean well = false;
        try {
            T result = connection.inFolder(visit);
            well = true;
            return result;
        } finally {
            if (well) {
                ImapConnection other = kept.put(mailbox.id(), connection);
                if (other != null) {
                    other.close();
                }
            } else {
                connection.close();
            }
        }
    }

    /** A connection of the caller's own. */
    public ImapConnection open(Mailbox mailbox, Patience patience) throws MessagingException {
        return ImapConnection.open(mailbox, trusted, patience);
    }

    /** Gives the kept connection up, for instance when another node reads the mailbox. */
    public void release(Mailbox mailbox) {
        ImapConnection connection = kept.remove(mailbox.id());
        if (connection != null) {
            connection.close();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        kept.values().forEach(ImapConnection::close);
        kept.clear();
    }
}
