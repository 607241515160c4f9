package io.minsheng.intake.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.ReadMail;

/** Which mails are copies of earlier ones (shared/mail.md 11), asked for all mails of a transaction at once. */
@ApplicationScoped
class FindCopies {

    private final InboxMessages messages;

    FindCopies(InboxMessages messages) {
        this.messages = messages;
    }

    Copies of(Collection<String> ids, Collection<ReadMail> mails) {
        Copies known = new Copies();
        messages.withContents(mails.stream().map(ReadMail::contentDigest).distinct().toList(), ids)
                .forEach(each -> known.byContent.putIfAbsent(each.contentDigest(), each));
        List<String> messageIds = mails.stream().map(ReadMail::messageId).filter(each -> !each.isEmpty()).distinct().toList();
        if (!messageIds.isEmpty()) {
            messages.contentsOf(messageIds, ids).forEach(each -> known.add(each.messageId(), each.contentDigest()));
        }
        return known;
    }

    /** What is known already; grows while the mails of a transaction are decided in their order. */
    static final class Copies {

        private final Map<String, InboxMessage> byContent = new HashMap<>();
        private final Map<String, Set<String>> contents = new HashMap<>();

        private Copies() {
        }

        /** An earlier row with the same content. */
        Optional<InboxMessage> earlier(ReadMail mail) {
            return Optional.ofNullable(byContent.get(mail.contentDigest()));
        }

        /** Whether another content came under the same Message-ID. */
        boolean otherContent(ReadMail mail) {
            return contents.getOrDefault(mail.messageId(), Set.of()).stream()
                    .anyMatch(each -> !each.equals(mail.contentDigest()));
        }

        void decided(InboxMessage message, ReadMail mail) {
            byContent.putIfAbsent(mail.contentDigest(), message);
            add(mail.messageId(), mail.contentDigest());
        }

        private void add(String messageId, String contentDigest) {
            if (!messageId.isEmpty()) {
                contents.computeIfAbsent(messageId, id -> new HashSet<>()).add(contentDigest);
            }
        }
    }
}
