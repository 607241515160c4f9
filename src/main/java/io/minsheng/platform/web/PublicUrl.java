package io.minsheng.platform.web;

import java.net.URI;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Absolute links for mails and QR codes, and the way to our own pages, from MINSHENG_PUBLIC_URL; also below a portal's
 * sub-path.
 */
@Singleton
public class PublicUrl {

    private final String base;
    /** Kept, because a page asks for it with every link. */
    private final String root;

    PublicUrl(@ConfigProperty(name = "minsheng.public-url") Optional<String> configured,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        String url = configured.filter(each -> !each.isBlank()).orElse("http://localhost:" + port);
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.root = Optional.ofNullable(URI.create(base).getPath()).orElse("");
    }

    /** The link to a path that begins with a slash. */
    public String to(String path) {
        return base + path;
    }

    /** What pages put before their own paths: empty, or the sub-path. */
    public String root() {
        return root;
    }

    /**
     * Sends the browser on to one of our own pages (303), so that loading anew sends nothing twice; the path begins with a
     * slash.
     */
    public Response goTo(String path) {
        return Response.seeOther(URI.create(root() + path)).build();
    }

    /** Whether a page of this origin (RFC 6454) is one of ours. */
    boolean isOrigin(String origin) {
        URI own = URI.create(base);
        return origin.equals(own.getScheme() + "://" + own.getRawAuthority());
    }

    public String host() {
        return Optional.ofNullable(URI.create(base).getHost()).orElse("localhost");
    }
}
