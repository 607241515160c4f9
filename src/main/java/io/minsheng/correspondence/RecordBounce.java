package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Writes down that a mail came back and tells whoever cares, in the caller's transaction. */
@ApplicationScoped
public class RecordBounce {

    private final OutboxMails mails;
    private final Event<Outbox.Bounced> bounced;

    RecordBounce(OutboxMails mails, Event<Outbox.Bounced> bounced) {
        this.mails = mails;
        this.bounced = bounced;
    }

    /**
     * Records.
     *
     * @param why without addresses
     * @return false if it was known already, or if the mail counts as never sent
     */
    public boolean record(OutboxMail mail, String why) {
        // two servers on the way may both say that it came back
        mails.hold(mail);
        if (mail.state() != MailState.SENT && mail.state() != MailState.UNCERTAIN) {
            return false;
        }
        mail.bounced(why);
        bounced.fire(Outbox.Bounced.of(mail));
        return true;
    }
}
