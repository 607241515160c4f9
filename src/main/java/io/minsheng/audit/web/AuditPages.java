package io.minsheng.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.minsheng.audit.AuditEntry;
import io.minsheng.audit.SearchAudit;
import io.minsheng.audit.SearchAudit.Wanted;
import io.minsheng.audit.VerifyAudit;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Moments;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The log with its filter, and the verification at a click. */
@Path("/staff/audit")
@RolesAllowed("AUDITOR")
public class AuditPages {

    private static final int SIZE = 50;

    private final SearchAudit search;
    private final VerifyAudit verify;

    AuditPages(SearchAudit search, VerifyAudit verify) {
        this.search = search;
        this.verify = verify;
    }

    /** What was typed into the filter. */
    public record Filter(String from, String to, String caseNumber) {

        String query() {
            return "from=" + encoded(from) + "&to=" + encoded(to) + "&caseNumber=" + encoded(caseNumber) + "&";
        }

        private static String encoded(String text) {
            return text == null ? "" : URLEncoder.encode(text, UTF_8);
        }
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance list(Filter filter, FormErrors errors, Page<AuditEntry> page, String href);

        static native TemplateInstance verdict(VerifyAudit.Verdict verdict);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("caseNumber") String caseNumber, @QueryParam("page") Integer page) {
        Filter filter = new Filter(from, to, caseNumber);
        String href = "/staff/audit?" + filter.query();
        Paging paging = Paging.of(page, SIZE, null, Map.of("at", "at"), "at,desc");
        try {
            Wanted wanted = new Wanted(Moments.from("from", from), Moments.to("to", to), caseNumber);
            return Templates.list(filter, FormErrors.none(), search.page(wanted, paging), href);
        } catch (Refusal refusal) {
            return Templates.list(filter, FormErrors.of(refusal), new Page<>(List.of(), 0, 0, SIZE), href);
        }
    }

    @GET
    @Path("/verify")
    public TemplateInstance verify() {
        return Templates.verdict(verify.verify());
    }
}
