package io.minsheng.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.publication.OpenAnnex;

/** The files of a publication that is not released yet: for those who draft and release it, not for leaders. */
@Path("/staff/lists/{list}/annexes")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class AnnexPages {

    private final OpenAnnex openAnnex;

    AnnexPages(OpenAnnex openAnnex) {
        this.openAnnex = openAnnex;
    }

    @GET
    @Path("/{id}")
    public Response download(@PathParam("list") String list, @PathParam("id") String id) {
        return AnnexDownload.of(openAnnex.ofList(list, id));
    }
}
