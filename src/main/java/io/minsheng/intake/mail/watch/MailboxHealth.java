package io.minsheng.intake.mail.watch;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.intake.mail.InboxState;

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
        List<MailboxStatus.Status> active = status.now().stream().filter(MailboxStatus.Status::active).toList();
        var response = HealthCheckResponse.named("mailbox").up().withData("enabled", !active.isEmpty());
        if (!active.isEmpty()) {
            response.withData("degraded", active.stream().anyMatch(MailboxStatus.Status::degraded))
                    .withData("lastGoodPoll",
                            active.stream().map(MailboxStatus.Status::lastGoodPoll)
                                    .map(each -> each == null ? "" : each.toString())
                                    .sorted().findFirst().orElse(""))
                    .withData("review", messages.count("state", InboxState.REVIEW))
                    .withData("oldestNew", messages.oldest(InboxState.NEW).map(Instant::toString).orElse(""));
            List<String> errors = active.stream().map(MailboxStatus.Status::error).filter(each -> each != null).toList();
            if (!errors.isEmpty()) {
                response.withData("error", String.join(" ", errors));
            }
        }
        return response.build();
    }
}
