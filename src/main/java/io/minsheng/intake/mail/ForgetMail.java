package io.minsheng.intake.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.EraseAuthor;
import io.minsheng.proposal.Proposal;

/**
 * When a person is erased, the mails from which the person's cases came, or that were joined to them, become unreadable, and so
 * do their copies. A mail that belongs to the case of somebody else as well stays with that case: the erased ones lose it, and
 * what was read for them.
 */
@ApplicationScoped
class ForgetMail {

    private final InboxMessages messages;
    private final MailSuggestions suggestions;
    private final Attachments attachments;
    private final StoredFiles files;

    ForgetMail(InboxMessages messages, MailSuggestions suggestions, Attachments attachments, StoredFiles files) {
        this.messages = messages;
        this.suggestions = suggestions;
        this.attachments = attachments;
        this.files = files;
    }

    void forget(@Observes EraseAuthor.Erased erased) {
        for (Proposal each : erased.cases()) {
            List<InboxMessage> theirs = messages.list("id = ?1 or caseNumber = ?2", each.sourceMessage(), each.caseNumber());
            for (InboxMessage message : theirs) {
                List<InboxMessage> same = messages.sameContent(message);
                List<String> others = attachments.casesOfOthers(same.stream().map(InboxMessage::fileId).toList(),
                        erased.person());
                if (others.isEmpty()) {
                    forget(message);
                    messages.copies(message).forEach(this::forget);
                } else {
                    leave(message, each, others.get(0));
                }
            }
        }
    }

    private void forget(InboxMessage message) {
        suggestions.delete("messageId", message.id());
        files.erase(message.fileId());
        message.erase();
    }

    private void leave(InboxMessage message, Proposal erased, String other) {
        suggestions.delete("messageId = ?1 and caseNumber = ?2", message.id(), erased.caseNumber());
        if (erased.caseNumber().equals(message.caseNumber())) {
            message.belongTo(other);
        }
        erased.loseSource();
    }
}
