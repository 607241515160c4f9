package io.minsheng.platform.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Lets an act happen once for a key that the caller chose (the Idempotency-Key header; a hidden field of a form): the same key
 * with the same body gets the first answer again, also when both come at the same moment.
 */
@ApplicationScoped
public class OnceOnly {

    private static final int KEY_MAX = 200;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String UNIQUE_VIOLATION = "23505";

    private final KeptReplies replies;
    private final Vault vault;
    private final ObjectMapper json;
    private final InstantSource clock;
    /** Acts hold a connection and may need a second one: not all connections may be held by acts. */
    private final Semaphore room;

    OnceOnly(KeptReplies replies, Vault vault, ObjectMapper json, InstantSource clock,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.replies = replies;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.room = new Semaphore(connections / 2, true);
    }

    /**
     * As below, for requests and answers that can be written as JSON.
     *
     * @throws Refusal as below
     */
    public <T> T perform(String key, Object request, Class<T> answer, Supplier<T> act) {
        return read(perform(key, write(request), () -> write(act.get())), answer);
    }

    /**
     * Performs the act in a transaction of its own, or gives the answer that it had.
     *
     * @param body what is asked for, in a form in which equal requests are equal texts
     * @param act answers with the text to be kept
     * @throws Refusal 400 for an empty or overlong key, 422 if the key was used with another body, and those of the act
     */
    public String perform(String key, String body, Supplier<String> act) {
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw Refusal.invalid("Idempotency-Key", "Idempotency-Key 应为 1 至 " + KEY_MAX + " 个字符。");
        }
        room.acquireUninterruptibly();
        try {
            return performed(key, body, act);
        } finally {
            room.release();
        }
    }

    private String performed(String key, String body, Supplier<String> act) {
        String keyDigest = vault.digest("once-key", key);
        String bodyDigest = vault.digest("once-body", body);
        try {
            return QuarkusTransaction.requiringNew().call(() -> reply(keyDigest, bodyDigest, act));
        } catch (RuntimeException e) {
            if (!isTaken(e)) {
                throw e;
            }
            // another call with the key was under way and has now committed: its answer is ours
            return QuarkusTransaction.requiringNew().call(() -> reply(keyDigest, bodyDigest, act));
        }
    }

    @Scheduled(every = "6h", delayed = "10m")
    @Transactional
    void forget() {
        replies.delete("createdAt < ?1", clock.instant().minus(KEPT));
    }

    private String reply(String keyDigest, String bodyDigest, Supplier<String> act) {
        KeptReply kept = replies.findById(keyDigest);
        if (kept != null) {
            if (!kept.bodyDigest().equals(bodyDigest)) {
                throw Refusal.unprocessable("同一 Idempotency-Key 已用于内容不同的提交。");
            }
            return new String(vault.openWithMaster(kept.sealedReply()), UTF_8);
        }
        KeptReply taken = new KeptReply(keyDigest, bodyDigest, clock.instant());
        // flushed before the act: a second call with the key now waits at the primary key until this one has ended
        replies.persistAndFlush(taken);
        String reply = act.get();
        taken.keep(vault.sealWithMaster(reply.getBytes(UTF_8)));
        return reply;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String reply, Class<T> type) {
        try {
            return json.readValue(reply, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
