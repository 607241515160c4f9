package io.minsheng.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.StartCorrection;

/** Begins to correct a published list and leads to the task. */
@Path("/staff/lists/{list}/correction")
@RolesAllowed("TRIAGE")
public class CorrectionPages {

    private final StartCorrection startCorrection;
    private final CurrentActor actor;
    private final PublicUrl url;

    CorrectionPages(StartCorrection startCorrection, CurrentActor actor, PublicUrl url) {
        this.startCorrection = startCorrection;
        this.actor = actor;
        this.url = url;
    }

    @POST
    public Response start(@PathParam("list") String list) {
        String task = startCorrection.start(list, actor.get());
        return url.goTo("/staff/tasks/publication/" + task);
    }
}
