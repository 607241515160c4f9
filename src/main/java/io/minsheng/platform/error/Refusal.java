package io.minsheng.platform.error;

import java.time.Duration;
import java.util.List;

/**
 * A use case says no. Carries the HTTP status that fits (RFC 9110), a Chinese sentence for the person who asked, and the fields
 * that did not pass. Throwing it rolls the transaction back, so nothing is stored half.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final List<Violation> violations;
    private final Duration retryAfter;

    private Refusal(int status, String detail, List<Violation> violations, Duration retryAfter) {
        super(detail);
        this.status = status;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** 400: one field does not pass. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** 400: several fields do not pass. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(400, "填写的内容有误，请按提示修改。", violations, null);
    }

    /** 401: nobody is signed in. */
    public static Refusal unauthorized() {
        return new Refusal(401, "请先登录。", List.of(), null);
    }

    /** 403: signed in, but this person may not do it (role or two-person rule). */
    public static Refusal forbidden(String detail) {
        return new Refusal(403, detail, List.of(), null);
    }

    /** 404: unknown, or not the caller's to see; the two must not be told apart. */
    public static Refusal notFound(String detail) {
        return new Refusal(404, detail, List.of(), null);
    }

    /** 409: the present state forbids it. */
    public static Refusal conflict(String detail) {
        return new Refusal(409, detail, List.of(), null);
    }

    /** 413: more bytes than allowed. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(413, detail, List.of(), null);
    }

    /** 415: a kind of content that is not accepted. */
    public static Refusal unsupported(String detail) {
        return new Refusal(415, detail, List.of(), null);
    }

    /** 422: well formed, but it cannot be meant (idempotency key reused with another body, impossible merge). */
    public static Refusal unprocessable(String detail) {
        return new Refusal(422, detail, List.of(), null);
    }

    /** 429: too many calls; {@code retryAfter} becomes the Retry-After header. */
    public static Refusal tooMany(Duration retryAfter) {
        return new Refusal(429, "操作过于频繁，请稍后再试。", List.of(), retryAfter);
    }

    public int status() {
        return status;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** How long to wait; null except for 429. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
