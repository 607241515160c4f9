package io.minsheng.intake.mail;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.minsheng.intake.mail.reading.ReadMail;

/**
 * Of two copies of a mail one is decided after the other, also when several threads decide about many mails each; and so are
 * two mails with the same Message-ID, of which the second is marked if it says something else.
 */
@Singleton
class HoldCopies {

    private final Set<String> held = new HashSet<>();

    /** Acts while nobody else of this node decides about a mail with one of these contents or Message-IDs. */
    <T> T during(Collection<ReadMail> mails, Supplier<T> act) {
        Set<String> wanted = new HashSet<>();
        for (ReadMail each : mails) {
            wanted.add(each.contentDigest());
            wanted.add(each.messageId());
        }
        // many mails have no Message-ID and nothing to do with each other
        wanted.remove("");
        take(wanted);
        try {
            return act.get();
        } finally {
            giveBack(wanted);
        }
    }

    private synchronized void take(Set<String> wanted) {
        boolean interrupted = false;
        while (wanted.stream().anyMatch(held::contains)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        held.addAll(wanted);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void giveBack(Set<String> had) {
        held.removeAll(had);
        notifyAll();
    }
}
