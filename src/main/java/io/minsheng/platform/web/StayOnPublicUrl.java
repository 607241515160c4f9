package io.minsheng.platform.web;

import java.net.URI;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Behind a proxy the server does not see the scheme and the sub-path under which people reach it. Redirects, also those of the
 * sign-in mechanism, are therefore sent without scheme and host (RFC 9110, 10.2.2) and always below the sub-path; cookies are
 * for that path only, and secure when {@code MINSHENG_PUBLIC_URL} is.
 */
@Singleton
class StayOnPublicUrl {

    private static final int FIRST = 1_100;

    private final PublicUrl url;

    StayOnPublicUrl(PublicUrl url) {
        this.url = url;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(sent -> {
            HttpServerResponse response = context.response();
            String location = response.headers().get("Location");
            if (location != null) {
                response.putHeader("Location", below(location, authority(context.request())));
            }
            context.request().cookies().stream().filter(StayOnPublicUrl::isForTheBrowser).forEach(this::bind);
        });
        context.next();
    }

    /** @param here host and port that the request was for, as the framework puts them into redirects */
    String below(String location, String here) {
        try {
            URI target = URI.create(location);
            if (target.isOpaque() || target.getRawAuthority() != null && !target.getRawAuthority().equals(here)) {
                return location;
            }
            // two slashes at the beginning would name another host (RFC 3986, 4.2)
            String path = target.getRawPath().replaceFirst("^/{2,}", "/")
                    + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                    + (target.getRawFragment() == null ? "" : "#" + target.getRawFragment());
            boolean inside = path.equals(url.root()) || path.startsWith(url.root() + "/");
            return inside || !path.startsWith("/") ? path : url.root() + path;
        } catch (IllegalArgumentException noAddress) {
            return location;
        }
    }

    /** Those that the browser has sent carry no path; those that it shall forget may have none either. */
    private static boolean isForTheBrowser(Cookie cookie) {
        return cookie.getPath() != null || cookie.getMaxAge() == 0;
    }

    void bind(Cookie cookie) {
        if (cookie.getPath() == null || cookie.getPath().equals("/")) {
            cookie.setPath(url.root() + "/");
        }
        if (url.to("").startsWith("https:")) {
            cookie.setSecure(true);
        }
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }
}
