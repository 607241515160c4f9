package io.minsheng.intake.desk.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.platform.web.Page;

/** The register of letters, visits and calls. */
@Path("/api/v1/desk/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
@Tag(name = "窗口")
public class ArrivalResource {

    private final ViewArrivals arrivals;
    private final CurrentActor currentActor;

    ArrivalResource(ViewArrivals arrivals, CurrentActor currentActor) {
        this.arrivals = arrivals;
        this.currentActor = currentActor;
    }

    @GET
    @Operation(summary = "来件登记簿：信函、来访、来电，最近收到的在前")
    public Page<ArrivalAnswer> list(@QueryParam("envelope") String envelope, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        return arrivals.list(envelope, page, size, currentActor.get()).map(ArrivalAnswer::of);
    }
}
