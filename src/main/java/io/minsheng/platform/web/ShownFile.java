package io.minsheng.platform.web;

import java.io.InputStream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.minsheng.platform.file.ScanKind;

/**
 * An answer to look at that somebody else has made: nothing in it can run. With {@code nosniff}, which every answer has, a
 * browser takes it for what is said here and for nothing else.
 */
public final class ShownFile {

    private static final String PICTURE = "sandbox; default-src 'none'; img-src 'self'; frame-ancestors 'none'";

    /**
     * Browsers show no PDF in a sandbox: their viewers keep it away from the page themselves, and style theirs inline. Only
     * our own pages may frame it.
     */
    private static final String DOCUMENT = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'";

    private ShownFile() {
    }

    /**
     * @param name for whoever saves it
     * @param mediaType what the content was found to be, of a picture or a PDF
     * @param size in bytes
     */
    public static ResponseBuilder of(String name, String mediaType, long size, InputStream content) {
        ResponseBuilder answer = Response.ok(content, mediaType).header("Content-Length", size)
                .header("Content-Disposition", ContentDisposition.of(true, name));
        return mediaType.equals(ScanKind.PDF.mediaType())
                ? answer.header("Content-Security-Policy", DOCUMENT).header("X-Frame-Options", "SAMEORIGIN")
                : answer.header("Content-Security-Policy", PICTURE);
    }

    /** Plain words in the place of a file that is not shown. */
    public static Response words(int status, String words) {
        return Response.status(status).entity(words).type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", DOCUMENT).header("X-Frame-Options", "SAMEORIGIN").build();
    }
}
