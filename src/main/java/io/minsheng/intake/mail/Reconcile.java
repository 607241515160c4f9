package io.minsheng.intake.mail;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Compares what is on the server with what is stored: the proof that no mail was lost. */
@ApplicationScoped
public class Reconcile {

    private final MailboxSettings settings;
    private final ImapMailbox mailbox;
    private final InboxMessages messages;

    Reconcile(MailboxSettings settings, ImapMailbox mailbox, InboxMessages messages) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.messages = messages;
    }

    /**
     * The comparison.
     *
     * @param server how many mails the folder holds now; null without a mailbox
     * @param stored how many rows there are, from wherever
     * @param missing UIDs that the server has and we do not (yet)
     */
    public record Comparison(Integer server, long stored, List<Long> missing, Map<InboxState, Long> byState) {
    }

    private record OnServer(long uidValidity, List<Long> uids) {
    }

    /**
     * Asks the server now.
     *
     * @throws Refusal 409 with the reason in plain words when it cannot be asked
     */
    public Comparison compare() {
        Map<InboxState, Long> byState = QuarkusTransaction.joiningExisting().call(messages::byState);
        long stored = byState.values().stream().mapToLong(Long::longValue).sum();
        if (!settings.complete()) {
            return new Comparison(null, stored, List.of(), byState);
        }
        OnServer there = ask();
        Set<Long> here = new HashSet<>(QuarkusTransaction.joiningExisting()
                .call(() -> messages.uids(settings.mailbox(), settings.folder(), there.uidValidity())));
        return new Comparison(there.uids().size(), stored, there.uids().stream().filter(each -> !here.contains(each)).toList(),
                byState);
    }

    private OnServer ask() {
        try {
            return mailbox.visit(folder -> new OnServer(folder.uidValidity(),
                    folder.after(0).stream().map(ImapMailbox.Remote::uid).toList()));
        } catch (MessagingException | IOException e) {
            throw Refusal.conflict(MailboxTrouble.inWords(e));
        }
    }
}
