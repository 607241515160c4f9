package io.minsheng.correspondence;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.context.ManagedExecutor;

/** Looks at the outbox as soon as a mail was committed, so that a receipt comes while its author still waits for it. */
@ApplicationScoped
class SendSoon {

    private static final String NEVER = "off";

    private final SendOutbox sender;
    private final ManagedExecutor executor;
    private final boolean on;
    private final AtomicBoolean asked = new AtomicBoolean();

    SendSoon(SendOutbox sender, ManagedExecutor executor, MailSettings settings) {
        this.sender = sender;
        this.executor = executor;
        this.on = !NEVER.equals(settings.sendInterval());
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Posted posted) {
        if (on && asked.compareAndSet(false, true)) {
            executor.execute(() -> {
                asked.set(false);
                sender.regularly();
            });
        }
    }
}
