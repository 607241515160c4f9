package io.minsheng.platform.web;

import java.net.URI;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets the product live below a path of a portal, such as {@code /minsheng}, which {@code MINSHENG_PUBLIC_URL} names. It does
 * not
 * matter whether the portal strips that path before it forwards: requests with it are served as those without, and redirects
 * always lead below it.
 */
@Singleton
class ServeBelowPortal {

    private static final int FIRST = 2_000;

    private final String root;

    ServeBelowPortal(PublicUrl publicUrl) {
        this.root = publicUrl.root();
    }

    void register(@Observes Filters filters) {
        if (!root.isEmpty()) {
            filters.register(this::serve, FIRST);
        }
    }

    private void serve(RoutingContext context) {
        String uri = context.request().uri();
        if (uri.startsWith(root + "/")) {
            context.reroute(uri.substring(root.length()));
            return;
        }
        context.addHeadersEndHandler(end -> {
            String location = context.response().headers().get("Location");
            if (location != null) {
                context.response().putHeader("Location", below(location, context.request()));
            }
        });
        context.next();
    }

    /** Our own addresses get the root, others stay. */
    private String below(String location, HttpServerRequest request) {
        String own = location;
        if (!location.startsWith("/")) {
            URI target = URI.create(location);
            if (request.authority() == null || !request.authority().toString().equals(target.getRawAuthority())) {
                return location;
            }
            own = location.substring(location.indexOf(target.getRawAuthority()) + target.getRawAuthority().length());
        }
        return own.startsWith(root + "/") || own.startsWith("//") ? own : root + own;
    }
}
