package io.minsheng.platform.web;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.minsheng.platform.actor.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** What the layout of every page needs to know about the present request; templates call it {@code frame}. */
@RequestScoped
@Named("frame")
public class PageFrame {

    /** Attribute of the security identity that holds the signed-in {@link Actor}. */
    private static final String ACTOR = "actor";

    private final SiteSettings site;
    private final PublicUrl url;
    private final Assets assets;
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    PageFrame(SiteSettings site, PublicUrl url, Assets assets, SecurityIdentity identity, CurrentVertxRequest request) {
        this.site = site;
        this.url = url;
        this.assets = assets;
        this.identity = identity;
        this.request = request;
    }

    /** Goes before every link of a page. */
    public String root() {
        return url.root();
    }

    /** Changes when style sheet or script change. */
    public String assets() {
        return assets.version();
    }

    public String siteName() {
        return site.name();
    }

    public String district() {
        return site.district();
    }

    /** Empty when the office has not filled it in; so are the next three. */
    public String office() {
        return site.office().orElse("");
    }

    public String phone() {
        return site.phone().orElse("");
    }

    public String filing() {
        return site.filing().orElse("");
    }

    public String siteCode() {
        return site.siteCode().orElse("");
    }

    /** 长者模式: larger letters, stronger contrast. */
    public boolean elder() {
        HttpServerRequest now = http();
        Cookie cookie = now == null ? null : now.getCookie(ElderMode.COOKIE);
        return cookie != null && "1".equals(cookie.getValue());
    }

    /** Path of the page below the root, without the query: a query may hold a code that must not travel further. */
    public String path() {
        HttpServerRequest now = http();
        if (now == null || now.path() == null) {
            return "/";
        }
        String path = now.path();
        return !root().isEmpty() && path.startsWith(root() + "/") ? path.substring(root().length()) : path;
    }

    /** Whether the page is this place of the navigation or below it; the staff's first page has the others below its path. */
    public boolean at(String place) {
        return path().equals(place) || (!"/staff".equals(place) && path().startsWith(place + "/"));
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** Name of the signed-in person, empty if there is none. */
    public String userName() {
        if (identity.isAnonymous()) {
            return "";
        }
        Actor actor = identity.getAttribute(ACTOR);
        return actor != null ? actor.displayName() : identity.getPrincipal().getName();
    }

    /** Whether the person does somebody else's work today as well. */
    public boolean standsIn() {
        Actor actor = identity.isAnonymous() ? null : identity.getAttribute(ACTOR);
        return actor != null && !actor.absent().isEmpty();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** For parts that only some roles see; the server checks again when the act is done. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    public List<StaffLink> staffLinks() {
        return StaffLink.ALL.stream().filter(link -> link.roles().stream().anyMatch(identity::hasRole)).toList();
    }

    private HttpServerRequest http() {
        return request.getCurrent() == null ? null : request.getCurrent().request();
    }
}
