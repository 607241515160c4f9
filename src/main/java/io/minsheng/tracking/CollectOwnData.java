package io.minsheng.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Supplement;
import io.minsheng.proposal.Supplements;
import io.minsheng.proposal.Supports;
import io.minsheng.tracking.OwnData.Field;

/** Gathers what is stored about a person. */
@Singleton
class CollectOwnData {

    private final Authors authors;
    private final Proposals proposals;
    private final Supports supports;
    private final Supplements supplements;
    private final Attachments attachments;
    private final OutboxMails mails;
    private final Labels labels;

    CollectOwnData(Authors authors, Proposals proposals, Supports supports, Supplements supplements, Attachments attachments,
            OutboxMails mails, Labels labels) {
        this.authors = authors;
        this.proposals = proposals;
        this.supports = supports;
        this.supplements = supplements;
        this.attachments = attachments;
        this.mails = mails;
        this.labels = labels;
    }

    OwnData of(Author author, Instant until) {
        Contact contact = authors.contact(author);
        return new OwnData(Shanghai.iso(until),
                new OwnData.Identity(author.kind().label(), contact.name(), contact.phone(), contact.email(),
                        contact.address()),
                proposals.ofAuthor(author).stream().map(this::ownCase).toList(),
                supports.by(author).stream().map(each -> new OwnData.Supported(each.proposal().caseNumber(),
                        each.proposal().publicTitle(), each.words(), Shanghai.iso(each.supportedAt()))).toList(),
                mails.to(author).stream().map(CollectOwnData::mail).toList());
    }

    private OwnData.Case ownCase(Proposal proposal) {
        return new OwnData.Case(proposal.caseNumber(), proposal.channel().label(), Shanghai.iso(proposal.receivedAt()),
                proposal.replyWanted(), fields(proposal), supplements.of(proposal).stream().map(Supplement::text).toList(),
                attachments.of(proposal).stream().map(
                        each -> new OwnData.File(each.file().name(), each.file().size(), Shanghai.iso(each.addedAt())))
                        .toList());
    }

    private List<Field> fields(Proposal proposal) {
        List<Field> fields = new ArrayList<>();
        add("建议事项名称", proposal.title(), fields);
        add("事项类别", labels.category(proposal.campaign(), proposal.category()), fields);
        add("建议内容", proposal.content(), fields);
        add("建议理由", proposal.reason(), fields);
        add("所在镇街", labels.township(proposal.township()), fields);
        add("实施地点", proposal.place(), fields);
        add("受益范围", proposal.beneficiaries(), fields);
        add("预期目标", proposal.target() == null ? null : proposal.target().text(), fields);
        return fields;
    }

    private static void add(String label, String text, List<Field> fields) {
        if (text != null && !text.isEmpty()) {
            fields.add(new Field(label, text));
        }
    }

    private static OwnData.Mail mail(OutboxMail mail) {
        return new OwnData.Mail(mail.subject(), Shanghai.iso(mail.createdAt()),
                mail.sentAt() == null ? null : Shanghai.iso(mail.sentAt()));
    }
}
