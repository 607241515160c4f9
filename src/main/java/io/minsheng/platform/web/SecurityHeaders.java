package io.minsheng.platform.web;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Headers of every answer: nothing from outside, nothing inline, no framing, no sniffing, no address passed on. */
@Singleton
class SecurityHeaders {

    private static final int BEFORE_AUTHENTICATION = 1_000;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_AUTHENTICATION);
    }

    private void add(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        // not no-referrer: with it browsers send "Origin: null" with our own forms, and over plain HTTP nothing else tells their origin
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (context.request().isSSL()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!context.normalizedPath().matches("/(css|js|img|webjars|_static)/.*")) {
            // last, so that a page can say that the browser may keep it for its back button
            context.addHeadersEndHandler(sent -> {
                if (!response.headers().contains("Cache-Control")) {
                    response.putHeader("Cache-Control", "no-store");
                }
            });
        }
        context.next();
    }
}
