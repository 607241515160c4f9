package io.minsheng.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.WriteOutbox.Addressed;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;

/**
 * Where mails to authors are posted. Posting writes a row in the caller's transaction: no mail without its cause, no
 * cause without its mail. What becomes of it is told by {@link Sent}, {@link Failed} and {@link Bounced}, CDI events in
 * the transaction that changes the row.
 */
@ApplicationScoped
public class Outbox {

    /** The outgoing server has taken the mail, or a person has found that it did. */
    public record Sent(MailKind kind, String reference, String proposalId, String caseNumber, String mailId) {

        static Sent of(OutboxMail mail) {
            return new Sent(mail.kind(), mail.reference(), mail.proposalId(), mail.caseNumber(), mail.id());
        }
    }

    /** The mail will not be sent: refused for good, undeliverable, or given up by a person. */
    public record Failed(MailKind kind, String reference, String proposalId, String caseNumber, String mailId,
            String error) {

        static Failed of(OutboxMail mail) {
            return new Failed(mail.kind(), mail.reference(), mail.proposalId(), mail.caseNumber(), mail.id(),
                    mail.lastError());
        }
    }

    /** The mail was sent, and the author's server gave it back. */
    public record Bounced(MailKind kind, String reference, String proposalId, String caseNumber, String mailId,
            String error) {

        static Bounced of(OutboxMail mail) {
            return new Bounced(mail.kind(), mail.reference(), mail.proposalId(), mail.caseNumber(), mail.id(),
                    mail.lastError());
        }
    }

    /** A row was written: whoever sends may look after the commit. */
    record Posted(String mailId) {
    }

    private static final String TO = "mail-to";

    private final OutboxMails mails;
    private final MessageIds messageIds;
    private final Addresses addresses;
    private final WriteOutbox write;
    private final Sealing sealing;
    private final MailSettings settings;
    private final Event<Posted> posted;

    Outbox(OutboxMails mails, MessageIds messageIds, Addresses addresses, WriteOutbox write, Sealing sealing,
            MailSettings settings, Event<Posted> posted) {
        this.mails = mails;
        this.messageIds = messageIds;
        this.addresses = addresses;
        this.write = write;
        this.sealing = sealing;
        this.settings = settings;
        this.posted = posted;
    }

    /** Whether the author can be written to: has an address that is neither ours nor a machine's. */
    public boolean reaches(Proposal proposal) {
        return reaches(proposal.author());
    }

    /** The same for anybody whose contact data we keep. */
    public boolean reaches(Author person) {
        return address(person).isPresent();
    }

    /** Whether the author's address is known not to work: the last mail that was sent to it came back. */
    boolean cameBack(Proposal proposal) {
        return address(proposal.author()).map(sealing::digest).filter(mails::cameBack).isPresent();
    }

    /**
     * Posts a mail to the author of a case.
     *
     * @return id of the mail; empty, and nothing is written, when {@link #reaches} says no, or when a receipt would be one too
     *         many for its address (two machines that answer each other, RFC 3834)
     */
    @Transactional
    public Optional<String> post(NewMail mail) {
        return postEach(List.of(mail)).stream().findFirst();
    }

    /**
     * The same for several.
     *
     * @return ids of the mails that were written
     */
    @Transactional
    public List<String> postEach(List<NewMail> all) {
        List<String> ids = write.write(all.stream().flatMap(each -> addressed(each).stream()).toList(), WayOfDelivery.EMAIL,
                settings.receiptsPerDay());
        ids.forEach(each -> posted.fire(new Posted(each)));
        return ids;
    }

    /** Only receipts of what came by mail can be a loop; a person at the web form is held back by the rate limit. */
    private Optional<Addressed> addressed(NewMail mail) {
        boolean mayBeLoop = mail.kind() == MailKind.RECEIPT && mail.proposal().channel() == Channel.EMAIL;
        return address(mail.to()).map(to -> new Addressed(mail, to, sealing.digest(to), mayBeLoop));
    }

    /**
     * Posts a mail that belongs to no case, to an address of the staff.
     *
     * @return id of the mail
     */
    @Transactional
    public String notify(MailKind kind, String to, Letter letter) {
        String id = write.write(kind, to, letter);
        posted.fire(new Posted(id));
        return id;
    }

    /** Our mail that a header (In-Reply-To, References, a bounce) names, if the name is genuine. */
    public Optional<OutboxMail> recognise(String header) {
        return messageIds.recognise(header).flatMap(mails::findByIdOptional);
    }

    private Optional<String> address(Author person) {
        return sealing.address(person).filter(each -> !addresses.isOurs(each) && !addresses.isMachine(each));
    }

    /** Address and text of a mail, sealed with its author's key. */
    @ApplicationScoped
    static class Sealing {

        private final Authors authors;
        private final Vault vault;

        Sealing(Authors authors, Vault vault) {
            this.authors = authors;
            this.vault = vault;
        }

        Optional<String> address(Author person) {
            return Optional.of(person).filter(each -> each.hasEmail()).map(authors::contact)
                    .filter(Contact::hasEmail).map(Contact::email);
        }

        Optional<String> mobile(Author person) {
            return Optional.of(person).map(authors::contact).map(Contact::mobile);
        }

        OutboxMail.Sealed seal(NewMail mail, String to) {
            byte[] key = mail.to().wrappedKey();
            return new OutboxMail.Sealed(digest(to), vault.sealText(key, to), vault.sealText(key, mail.letter().body()));
        }

        /** For a mail that belongs to no case. */
        OutboxMail.Sealed seal(String to, Letter letter) {
            return new OutboxMail.Sealed(digest(to), vault.sealWithMaster(to.getBytes(UTF_8)),
                    vault.sealWithMaster(letter.body().getBytes(UTF_8)));
        }

        String digest(String to) {
            return vault.digest(TO, to.toLowerCase(Locale.ROOT));
        }

        /** Null once the author was erased. */
        String to(OutboxMail mail) {
            if (mail.author() == null) {
                return new String(vault.openWithMaster(mail.sealedTo()), UTF_8);
            }
            return mail.author().wrappedKey() == null ? null : vault.openText(mail.author().wrappedKey(), mail.sealedTo());
        }

        String body(OutboxMail mail) {
            return mail.author() == null ? new String(vault.openWithMaster(mail.sealedBody()), UTF_8)
                    : vault.openText(mail.author().wrappedKey(), mail.sealedBody());
        }
    }
}
