package io.minsheng.platform.web;

import java.net.URI;
import java.time.Duration;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Switches 长者模式 on or off for this browser and leads back to the page; works without script. */
@Path("/elder")
public class ElderMode {

    static final String COOKIE = "elder";

    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private final PublicUrl url;

    ElderMode(PublicUrl url) {
        this.url = url;
    }

    @POST
    public Response change(@FormParam("on") String on, @FormParam("back") String back) {
        boolean wanted = "1".equals(on);
        NewCookie cookie = new NewCookie.Builder(COOKIE).value(wanted ? "1" : "0").path(url.root() + "/")
                .maxAge(wanted ? YEAR : 0).httpOnly(true).sameSite(NewCookie.SameSite.LAX).build();
        return Response.status(Response.Status.SEE_OTHER).location(URI.create(own(back))).cookie(cookie).build();
    }

    /** Only a path of this site: anything else would let a stranger's link lead people away. */
    private static String own(String back) {
        return back != null && back.matches("/[A-Za-z0-9._~%/-]*") && !back.startsWith("//") ? back : "/";
    }
}
