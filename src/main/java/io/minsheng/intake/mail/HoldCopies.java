package io.minsheng.intake.mail;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

/** Of two copies of a mail one is decided after the other, also when several threads decide about many mails each. */
@Singleton
class HoldCopies {

    private final Set<String> held = new HashSet<>();

    /** Acts while nobody else of this node holds one of these contents. */
    <T> T during(Collection<String> contentDigests, Supplier<T> act) {
        Set<String> wanted = Set.copyOf(contentDigests);
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
