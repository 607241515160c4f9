package io.minsheng.audit.api;

import java.time.OffsetDateTime;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.audit.AuditEntry;
import io.minsheng.audit.SearchAudit;
import io.minsheng.audit.SearchAudit.Wanted;
import io.minsheng.audit.VerifyAudit;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Moments;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;

/** Reads and verifies the audit log. */
@Path("/api/v1/audit")
@RolesAllowed("AUDITOR")
public class AuditResource {

    private final SearchAudit search;
    private final VerifyAudit verify;

    AuditResource(SearchAudit search, VerifyAudit verify) {
        this.search = search;
        this.verify = verify;
    }

    /** One entry with what is needed to recompute its digests. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(String id, OffsetDateTime at, String actor, String action, String subjectType, String subjectId,
            String caseNumber, String detail, String digest, Long chainPosition, String chainDigest) {

        static Entry of(AuditEntry entry) {
            return new Entry(entry.id(), Shanghai.iso(entry.at()), entry.actor(), entry.action(), entry.subjectType(),
                    entry.subjectId(), entry.caseNumber(), entry.detail(), entry.digest(), entry.chainPosition(),
                    entry.chainDigest());
        }
    }

    /** The answer of a verification; {@code firstBroken} only if the log is not intact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(long entries, long unsealed, boolean intact, String firstBroken) {
    }

    @GET
    public Page<Entry> list(@QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("caseNumber") String caseNumber, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        Paging paging = Paging.of(page, size, sort, Map.of("at", "at"), "at,desc");
        return search.page(new Wanted(Moments.from("from", from), Moments.to("to", to), caseNumber), paging).map(Entry::of);
    }

    @GET
    @Path("/verify")
    public Verdict verify() {
        VerifyAudit.Verdict verdict = verify.verify();
        return new Verdict(verdict.entries(), verdict.unsealed(), verdict.intact(), verdict.firstBroken());
    }
}
