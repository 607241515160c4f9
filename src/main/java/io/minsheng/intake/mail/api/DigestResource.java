package io.minsheng.intake.mail.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.correspondence.MailState;
import io.minsheng.intake.mail.watch.ComposeDigest;
import io.minsheng.intake.mail.watch.Digest;
import io.minsheng.platform.time.Shanghai;

/** What failed and what waits, as the daily digest tells it, now. */
@Path("/api/v1/mailbox/digest")
@RolesAllowed("ADMIN")
public class DigestResource {

    private final ComposeDigest compose;

    DigestResource(ComposeDigest compose) {
        this.compose = compose;
    }

    /** The digest; times are absent where there is nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(OffsetDateTime at, boolean calls, List<Box> mailboxes, long arrived, long waiting, long review,
            long failed, OffsetDateTime oldestReview, Map<MailState, Long> outbox, OffsetDateTime oldestQueued,
            long failedJobs) {
    }

    /** A mailbox; {@code missing} as of the latest comparison. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Box(String mailbox, String folder, boolean active, OffsetDateTime lastGoodPoll, String error,
            boolean degraded, Integer missing) {
    }

    @GET
    public Answer now() {
        Digest digest = compose.now();
        List<Box> boxes = digest.mailboxes().stream().map(each -> new Box(each.mailbox(), each.folder(), each.active(),
                iso(each.lastGoodPoll()), each.error(), each.degraded(),
                digest.comparisons().stream()
                        .filter(one -> one.mailbox().equals(each.mailbox()) && one.folder().equals(each.folder()))
                        .reduce((one, later) -> later).map(one -> one.missing()).orElse(null)))
                .toList();
        return new Answer(iso(digest.at()), digest.calls(), boxes, digest.inbox().arrived(), digest.inbox().waiting(),
                digest.inbox().review(), digest.inbox().failed(), iso(digest.inbox().oldestReview()), digest.outbox(),
                iso(digest.oldestQueued()), digest.failedJobs());
    }

    private static OffsetDateTime iso(Instant at) {
        return at == null ? null : Shanghai.iso(at);
    }
}
