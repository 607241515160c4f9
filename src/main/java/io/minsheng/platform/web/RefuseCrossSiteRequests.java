package io.minsheng.platform.web;

import java.net.URI;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Protects against cross-site request forgery without tokens: an unsafe request from a browser must come from our own pages.
 * {@code Sec-Fetch-Site} tells (Fetch Metadata), older browsers send {@code Origin} with every POST (RFC 6454). A request with
 * neither is a program's; with a session cookie it is refused, since only browsers carry cookies.
 */
@Singleton
class RefuseCrossSiteRequests {

    private static final int BEFORE_AUTHENTICATION = 900;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SESSION_COOKIE = "minsheng-session";

    private final PublicUrl url;

    RefuseCrossSiteRequests(PublicUrl url) {
        this.url = url;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method().name()) || allowed(request)) {
            context.next();
            return;
        }
        context.response().setStatusCode(403).putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Problem.of(403, "请求不是从本站页面发出的，已拒绝。").toJson());
    }

    private boolean allowed(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            // a proxy may ask us by another name than people ask it
            return sameHost(origin, request) || url.isOrigin(origin);
        }
        return request.getCookie(SESSION_COOKIE) == null;
    }

    private static boolean sameHost(String origin, HttpServerRequest request) {
        try {
            return request.authority() != null && request.authority().toString().equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
