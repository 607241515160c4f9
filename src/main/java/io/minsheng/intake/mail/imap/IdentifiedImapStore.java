package io.minsheng.intake.mail.imap;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Session;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * An IMAP store that says who it is (RFC 2971) after every login and before any folder is opened, on each of its connections:
 * NetEase refuses "Unsafe Login" without, and the library's own way forgets it when it connects again.
 */
final class IdentifiedImapStore extends IMAPStore {

    private static final Map<String, String> IDENTITY = Map.of("name", "minsheng", "version", "1", "vendor", "minsheng",
            "support-email", "support@minsheng.example");

    private final boolean always;

    /**
     * @param always also where the server does not say that it knows ID
     */
    IdentifiedImapStore(Session session, boolean ssl, boolean always) {
        super(session, null, ssl ? "imaps" : "imap", ssl);
        this.always = always;
    }

    @Override
    protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
        return new Identified(name, host, port, session.getProperties(), isSSL, logger, always);
    }

    private static final class Identified extends IMAPProtocol {

        private final boolean always;

        Identified(String name, String host, int port, Properties properties, boolean ssl, MailLogger logger, boolean always)
                throws IOException, ProtocolException {
            super(name, host, port, properties, ssl, logger);
            this.always = always;
        }

        @Override
        public synchronized void login(String user, String password) throws ProtocolException {
            super.login(user, password);
            identify();
        }

        @Override
        public synchronized void authlogin(String user, String password) throws ProtocolException {
            super.authlogin(user, password);
            identify();
        }

        @Override
        public synchronized void authplain(String authorisation, String user, String password) throws ProtocolException {
            super.authplain(authorisation, user, password);
            identify();
        }

        private void identify() throws ProtocolException {
            if (always || hasCapability("ID")) {
                try {
                    id(IDENTITY);
                } catch (org.eclipse.angus.mail.iap.CommandFailedException
                        | org.eclipse.angus.mail.iap.BadCommandException unknown) {
                    // a server without ID is fine
                }
            }
        }
    }
}
