package io.minsheng.intake.mail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.intake.mail.suggestion.Guess;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.crypto.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Keeps what was read in the mails, and which cases came of it. */
@ApplicationScoped
class MailSuggestions implements PanacheRepositoryBase<MailSuggestion, String> {

    private final Vault vault;
    private final ObjectMapper json;

    MailSuggestions(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Forgets what was read in these mails before. */
    void forget(Collection<String> messageIds) {
        delete("messageId in ?1", messageIds);
    }

    /** Keeps these for a mail of which nothing is kept yet. */
    void add(InboxMessage message, List<Suggestion> read) {
        for (int i = 0; i < read.size(); i++) {
            MailSuggestion row = new MailSuggestion(message.id(), i, vault.sealText(message.wrappedKey(), read.get(i).source()),
                    vault.sealText(message.wrappedKey(), written(read.get(i).fields())));
            row.become(read.get(i).caseNumber());
            persist(row);
        }
    }

    /** A person made a case of the part of this place in the list. */
    void became(InboxMessage message, int ordinal, String caseNumber) {
        find("messageId = ?1 and ordinal = ?2", message.id(), ordinal).firstResultOptional()
                .ifPresent(each -> each.become(caseNumber));
    }

    List<Suggestion> of(InboxMessage message) {
        return list("messageId = ?1 order by ordinal", message.id()).stream().map(each -> opened(message, each)).toList();
    }

    /**
     * Whether what is suggested is the sender's own, as far as was read; not what somebody else wrote and the sender passed on.
     */
    boolean areOfSender(InboxMessage message) {
        return of(message).stream().findFirst().filter(each -> each.at("email").isEmpty()).isEmpty();
    }

    Optional<Suggestion> ofCase(InboxMessage message, String caseNumber) {
        return find("messageId = ?1 and caseNumber = ?2", message.id(), caseNumber).firstResultOptional()
                .map(each -> opened(message, each));
    }

    /** The cases that came of each of these mails, in their order. */
    Map<String, List<String>> cases(Collection<String> messageIds) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        if (!messageIds.isEmpty()) {
            list("messageId in ?1 and caseNumber is not null order by messageId, ordinal", messageIds)
                    .forEach(each -> cases.computeIfAbsent(each.messageId(), id -> new java.util.ArrayList<>())
                            .add(each.caseNumber()));
        }
        return cases;
    }

    private Suggestion opened(InboxMessage message, MailSuggestion row) {
        return new Suggestion(fields(vault.openText(message.wrappedKey(), row.sealedFields())),
                vault.openText(message.wrappedKey(), row.sealedSource()), row.caseNumber());
    }

    private String written(Map<String, Guess> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read cannot be written", e);
        }
    }

    private Map<String, Guess> fields(String written) {
        try {
            return json.readValue(written, new TypeReference<LinkedHashMap<String, Guess>>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read cannot be read again", e);
        }
    }
}
