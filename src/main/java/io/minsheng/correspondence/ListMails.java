package io.minsheng.correspondence;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;

/** The outbox for people: what went where, with the address masked. */
@ApplicationScoped
public class ListMails {

    private final OutboxMails mails;
    private final Outbox.Sealing sealing;
    private final ComposeMail compose;
    private final GiveMessage giveMessage;

    ListMails(OutboxMails mails, Outbox.Sealing sealing, ComposeMail compose, GiveMessage giveMessage) {
        this.mails = mails;
        this.sealing = sealing;
        this.compose = compose;
        this.giveMessage = giveMessage;
    }

    /** One row; {@code to} masked; {@code caseNumber} null for a mail that belongs to no case. */
    public record Row(String id, MailKind kind, WayOfDelivery way, String caseNumber, String to, String subject,
            MailState state, int tries, Instant createdAt, Instant sentAt, Instant nextTryAt, String lastError) {
    }

    /** How many mails are in a state. */
    public record Count(MailState state, long mails) {
    }

    /** Mails in a state, or all for null, newest first. */
    @Transactional
    public Page<Row> page(MailState state, Paging paging) {
        var found = state == null ? mails.findAll(paging.order()) : mails.find("state", paging.order(), state);
        long total = found.count();
        List<Row> rows = found.page(paging.page(), paging.size()).stream().map(this::row).toList();
        return Page.of(rows, total, paging);
    }

    /** All states with their numbers. */
    public List<Count> counts() {
        return List.of(MailState.values()).stream().map(each -> new Count(each, mails.count("state", each))).toList();
    }

    /** Whether mails can be sent at all. */
    public boolean sending() {
        return compose.configured();
    }

    /** Whether short messages are sent by a gateway. */
    public boolean texting() {
        return giveMessage.configured();
    }

    private String masked(OutboxMail mail) {
        String to = sealing.to(mail);
        return mail.way() == WayOfDelivery.SMS ? Masking.phone(to) : Masking.email(to);
    }

    private Row row(OutboxMail mail) {
        return new Row(mail.id(), mail.kind(), mail.way(), mail.caseNumber(), masked(mail), mail.subject(),
                mail.state(), mail.tries(), mail.createdAt(), mail.sentAt(), mail.nextTryAt(), mail.lastError());
    }
}
