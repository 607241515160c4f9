package io.minsheng.publication.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.minsheng.implementation.OpenPhoto;
import io.minsheng.implementation.OpenPhoto.Opened;
import io.minsheng.platform.web.ShownFile;

/**
 * Photos of published projects that a person has found fit for everyone. Kept by browsers and proxies for a few minutes only,
 * so that one that is taken back is soon gone; asked again, they hear that it is the same.
 */
@Path("/published/{campaign}/photos/{id}")
public class PublishedPhotoPages {

    private static final String KEPT = "public, max-age=300";

    private final OpenPhoto openPhoto;

    PublishedPhotoPages(OpenPhoto openPhoto) {
        this.openPhoto = openPhoto;
    }

    @GET
    public Response shown(@PathParam("campaign") String campaign, @PathParam("id") String id, @Context Request request) {
        return answer(openPhoto.published(campaign, id, false), request);
    }

    @GET
    @Path("/small")
    public Response small(@PathParam("campaign") String campaign, @PathParam("id") String id, @Context Request request) {
        return answer(openPhoto.published(campaign, id, true), request);
    }

    private static Response answer(Opened photo, Request request) {
        EntityTag tag = new EntityTag(photo.file());
        ResponseBuilder same = request.evaluatePreconditions(tag);
        ResponseBuilder answer = same == null
                ? ShownFile.of(photo.name(), photo.mediaType(), photo.size(), photo.content())
                : same;
        return answer.tag(tag).header("Cache-Control", KEPT).build();
    }
}
