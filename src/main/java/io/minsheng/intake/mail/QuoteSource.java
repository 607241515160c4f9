package io.minsheng.intake.mail;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.SourceMessages;

/** Lets a receipt answer the mail from which its case came, so that both stand together in the sender's mail program. */
@Singleton
class QuoteSource implements SourceMessages {

    private final InboxMessages messages;

    QuoteSource(InboxMessages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<String> messageIdOf(String inboxId) {
        return messages.findByIdOptional(inboxId).map(InboxMessage::messageId)
                .filter(each -> each.matches("<[\\x21-\\x7E&&[^<>]]{1,900}>"));
    }
}
