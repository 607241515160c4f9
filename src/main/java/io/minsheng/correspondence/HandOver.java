package io.minsheng.correspondence;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

import javax.net.ssl.SSLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.text.Masking;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;

/** Hands one mail to the outgoing server and says honestly what is known of it afterwards. */
@ApplicationScoped
class HandOver {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Refusals that mean us, not this mail: syntax, sign-in (RFC 5321, RFC 4954). Somebody must mend the settings. */
    private static final Set<Integer> OUR_FAULT = Set.of(500, 501, 502, 503, 504, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Vertx vertx;

    HandOver(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.vertx = vertx;
    }

    /** What became of a hand-over. */
    enum Result {
        /** 250: the server has it. */
        TAKEN,
        /** The server does not have it and may take it later. */
        LATER,
        /** The server will never take it. */
        REFUSED,
        /** The connection broke or kept silent: it may or may not have it. */
        UNKNOWN
    }

    record Outcome(Result result, String error) {
    }

    /**
     * Gives a mail and waits for what becomes of it. The conversation runs on an event loop from its first step: asked from any
     * other thread, the mail client now and then begins to listen only after the server's greeting has come and gone, and then
     * both sides wait for the other.
     */
    Outcome give(Mail mail) {
        try {
            mailer.send(mail).runSubscriptionOn(begin -> vertx.runOnContext(loop -> begin.run())).await().atMost(PATIENCE);
            return new Outcome(Result.TAKEN, null);
        } catch (RuntimeException e) {
            return new Outcome(result(e), Masking.freeText(said(e)));
        }
    }

    private static Result result(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return smtp.isPermanent() && !OUR_FAULT.contains(smtp.getReplyCode()) ? Result.REFUSED : Result.LATER;
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException || cause instanceof SSLException) {
                return Result.LATER;
            }
            if (cause instanceof TimeoutException) {
                return Result.UNKNOWN;
            }
        }
        return Result.UNKNOWN;
    }

    private static String said(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof SMTPException smtp && !smtp.getReplyMessages().isEmpty()
                ? String.join(" ", smtp.getReplyMessages())
                : String.valueOf(last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage());
    }
}
