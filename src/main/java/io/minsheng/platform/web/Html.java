package io.minsheng.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/**
 * A page as an answer, where it needs a status of its own, such as a form that is shown again with its errors, or is made
 * {@link InTurn}: it is rendered at once.
 */
public final class Html {

    private Html() {
    }

    /** The page with an HTTP status, as HTML in UTF-8. */
    public static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page.render()).build();
    }
}
