package io.minsheng.intake.mail;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.imap.Mailbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How far each folder was read. */
@ApplicationScoped
public class MailboxCursors implements PanacheRepositoryBase<MailboxCursor, MailboxCursor.Key> {

    MailboxCursor of(String mailbox, String folder) {
        MailboxCursor.Key key = new MailboxCursor.Key(mailbox, folder);
        return findByIdOptional(key).orElseGet(() -> {
            MailboxCursor fresh = new MailboxCursor(key);
            persist(fresh);
            return fresh;
        });
    }

    /** What a UIDVALIDITY that the server of a mailbox says is called in the rows. */
    public long numbering(Mailbox mailbox, long said) {
        return findByIdOptional(new MailboxCursor.Key(mailbox.name(), mailbox.folder()))
                .map(cursor -> cursor.numbering(mailbox.server().host(), said)).orElse(said);
    }
}
