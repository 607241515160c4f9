package io.minsheng.tracking;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Supports;

/** Gathers what is stored about a person. */
@Singleton
class CollectOwnData {

    private final Authors authors;
    private final OwnCases cases;
    private final Supports supports;
    private final DataRequests requests;
    private final OutboxMails mails;
    private final Vault vault;

    CollectOwnData(Authors authors, OwnCases cases, Supports supports, DataRequests requests, OutboxMails mails, Vault vault) {
        this.authors = authors;
        this.cases = cases;
        this.supports = supports;
        this.requests = requests;
        this.mails = mails;
        this.vault = vault;
    }

    OwnData of(Author author, Instant until) {
        Contact contact = authors.contact(author);
        return new OwnData(Shanghai.iso(until),
                new OwnData.Identity(author.kind().label(), contact.name(), contact.phone(), contact.email(),
                        contact.address()),
                cases.of(author),
                supports.by(author).stream().map(each -> new OwnData.Supported(each.proposal().caseNumber(),
                        each.proposal().publicTitle(), each.words(), Shanghai.iso(each.supportedAt()),
                        each.privacyVersion())).toList(),
                requests.of(author).stream().map(this::request).toList(),
                mails.to(author).stream().map(CollectOwnData::mail).toList());
    }

    private OwnData.Request request(DataRequest request) {
        Contact wanted = request.wanted(vault);
        return new OwnData.Request(request.kind().label(), request.words(vault),
                request.kind() != DataRequest.Kind.CORRECT ? null
                        : new OwnData.Identity(null, wanted.name(), wanted.phone(), wanted.email(), wanted.address()),
                Shanghai.iso(request.requestedAt()), request.state().label(), request.answer(),
                request.answeredAt() == null ? null : Shanghai.iso(request.answeredAt()));
    }

    private static OwnData.Mail mail(OutboxMail mail) {
        return new OwnData.Mail(mail.subject(), Shanghai.iso(mail.createdAt()),
                mail.sentAt() == null ? null : Shanghai.iso(mail.sentAt()));
    }
}
