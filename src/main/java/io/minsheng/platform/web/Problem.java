package io.minsheng.platform.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A problem document (RFC 9457). {@code type} is {@code about:blank}, so that {@code title} is the phrase of the status.
 *
 * @param violations fields that do not pass; absent when none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";
    /** What goes with a 401, for programs. */
    public static final String BASIC = "Basic realm=\"minsheng\"";

    static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, List.of());
    }

    /** The document for a refusal. */
    public static Problem of(Refusal refusal) {
        return new Problem("about:blank", title(refusal.status()), refusal.status(), refusal.getMessage(),
                refusal.violations());
    }

    public static Problem unauthorized() {
        return of(Refusal.unauthorized());
    }

    /** Whether a path is answered with problem documents; people get pages everywhere else. */
    public static boolean wantedAt(String path) {
        return path.startsWith("/api/");
    }

    /** For answers written before the JSON machinery is reached. */
    public String toJson() {
        JsonArray fields = new JsonArray();
        violations.forEach(each -> fields.add(new JsonObject().put("field", each.field()).put("message", each.message())));
        JsonObject json = new JsonObject().put("type", type).put("title", title).put("status", status).put("detail", detail);
        return (fields.isEmpty() ? json : json.put("violations", fields)).encode();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "需要登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持的操作";
            case 409 -> "当前状态不允许";
            case 413 -> "内容过大";
            case 415 -> "不支持的格式";
            case 422 -> "无法处理";
            case 429 -> "过于频繁";
            default -> status < 500 ? "请求有误" : "系统出错";
        };
    }
}
