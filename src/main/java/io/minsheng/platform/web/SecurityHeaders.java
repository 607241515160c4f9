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
        response.putHeader("X-Content-Type-Options", "nosniff");
        // not no-referrer: with it browsers send "Origin: null" with our own forms, and over plain HTTP nothing else tells their origin
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (context.request().isSSL()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        boolean kept = context.normalizedPath().matches("/(css|js|img|webjars|_static)/.*");
        // last, so that an answer can say something else: that the browser may keep it, or that our own pages may frame it
        context.addHeadersEndHandler(sent -> {
            orElse(response, "Content-Security-Policy", POLICY);
            orElse(response, "X-Frame-Options", "DENY");
            if (!kept) {
                orElse(response, "Cache-Control", "no-store");
            }
        });
        context.next();
    }

    private static void orElse(HttpServerResponse response, String name, String value) {
        if (!response.headers().contains(name)) {
            response.putHeader(name, value);
        }
    }
}
