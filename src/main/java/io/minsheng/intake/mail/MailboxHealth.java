package io.minsheng.intake.mail;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A mailbox that cannot be read makes the server degraded, not unready: forms and tasks go on. */
@Readiness
@ApplicationScoped
class MailboxHealth implements HealthCheck {

    private final MailboxStatus status;
    private final InboxMessages messages;

    MailboxHealth(MailboxStatus status, InboxMessages messages) {
        this.status = status;
        this.messages = messages;
    }

    @Override
    public HealthCheckResponse call() {
        MailboxStatus.Status now = status.now();
        var response = HealthCheckResponse.named("mailbox").up().withData("enabled", now.enabled());
        if (now.enabled()) {
            response.withData("degraded", now.degraded())
                    .withData("lastGoodPoll", now.lastGoodPoll() == null ? "" : now.lastGoodPoll().toString())
                    .withData("review", messages.count("state", InboxState.REVIEW))
                    .withData("oldestNew", messages.oldestNew().map(Instant::toString).orElse(""));
            if (now.error() != null) {
                response.withData("error", now.error());
            }
        }
        return response.build();
    }
}
