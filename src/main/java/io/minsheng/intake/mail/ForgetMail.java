package io.minsheng.intake.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.EraseAuthor;
import io.minsheng.proposal.Proposal;

/**
 * When a person is erased, the mails from which the person's cases came, or that were joined to them, become unreadable, and so
 * do their copies.
 */
@ApplicationScoped
class ForgetMail {

    private final InboxMessages messages;
    private final MailSuggestions suggestions;
    private final StoredFiles files;

    ForgetMail(InboxMessages messages, MailSuggestions suggestions, StoredFiles files) {
        this.messages = messages;
        this.suggestions = suggestions;
        this.files = files;
    }

    void forget(@Observes EraseAuthor.Erased erased) {
        for (Proposal each : erased.cases()) {
            List<InboxMessage> theirs = messages.list("id = ?1 or caseNumber = ?2", each.sourceMessage(), each.caseNumber());
            for (InboxMessage message : theirs) {
                forget(message);
                messages.copies(message).forEach(this::forget);
            }
        }
    }

    private void forget(InboxMessage message) {
        suggestions.delete("messageId", message.id());
        files.erase(message.fileId());
        message.erase();
    }
}
