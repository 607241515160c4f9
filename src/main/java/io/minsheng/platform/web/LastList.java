package io.minsheng.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The list that a member of staff looked at last, with its filter, so that a page opened from it can lead to the next one and
 * back. Kept in a cookie of the session, which survives all forms and redirects in between.
 */
@RequestScoped
public class LastList {

    private static final String COOKIE = "minsheng-list";
    private static final int LONGEST = 1500;

    private final CurrentVertxRequest request;
    private final PublicUrl url;

    LastList(CurrentVertxRequest request, PublicUrl url) {
        this.request = request;
        this.url = url;
    }

    /**
     * Keeps it; one that is too long for a cookie is forgotten.
     *
     * @param href below the site's root, e.g. {@code /staff/cases?q=…&}
     */
    public void remember(String href) {
        RoutingContext now = request.getCurrent();
        if (now == null) {
            return;
        }
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(href.getBytes(StandardCharsets.UTF_8));
        Cookie cookie = Cookie.cookie(COOKIE, value.length() > LONGEST ? "" : value).setPath(url.root() + "/staff")
                .setHttpOnly(true).setSecure(url.to("").startsWith("https:")).setSameSite(CookieSameSite.LAX);
        now.response().addCookie(cookie);
    }

    /** Where it is, below the site's root; empty when there is none, or what the browser sent is none. */
    public Optional<String> href() {
        HttpServerRequest now = request.getCurrent() == null ? null : request.getCurrent().request();
        Cookie cookie = now == null ? null : now.getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String href = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return Optional.of(href).filter(each -> each.matches("/staff(/cases)?\\?([A-Za-z0-9+._,*=&-]+|%[0-9A-Fa-f]{2})*"));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
