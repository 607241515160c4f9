package io.minsheng.platform.web;

import java.io.InputStream;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** An answer that is a picture to be looked at, in a sandbox where nothing in it can run. */
public final class ShownPicture {

    private ShownPicture() {
    }

    /**
     * @param name for whoever saves it
     * @param size in bytes
     */
    public static ResponseBuilder of(String name, String mediaType, long size, InputStream content) {
        return Response.ok(content, mediaType).header("Content-Length", size)
                .header("Content-Disposition", ContentDisposition.of(true, name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'");
    }
}
