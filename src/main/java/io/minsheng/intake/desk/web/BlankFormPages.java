package io.minsheng.intake.desk.web;

import java.time.InstantSource;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.intake.desk.blank.BlankForm;
import io.minsheng.intake.desk.blank.MakeBlankForm;
import io.minsheng.intake.desk.blank.WriteDocx;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AttachmentKind;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.PerAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The empty form 征集表 for everyone: a page for paper, and a document to fill in and mail. */
@Path("/blank-form")
public class BlankFormPages {

    private final MakeBlankForm make;
    private final Campaigns campaigns;
    private final InstantSource clock;

    BlankFormPages(MakeBlankForm make, Campaigns campaigns, InstantSource clock) {
        this.make = make;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance blank(BlankForm form, String campaign);

        private Templates() {
        }
    }

    /** @param campaign code; the current one if absent */
    @GET
    @Transactional
    public TemplateInstance page(@QueryParam("campaign") String campaign) {
        String code = code(campaign);
        return Templates.blank(make.of(code), code);
    }

    @GET
    @Path("/docx")
    @Produces("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    @PerAddress(value = "blank-form", calls = 120, minutes = 10)
    @Transactional
    public Response docx(@QueryParam("campaign") String campaign) {
        return Response.ok(WriteDocx.of(make.of(code(campaign)))).type(AttachmentKind.DOCX.mediaType())
                .header("Content-Disposition", ContentDisposition.of(false, "民生实事建议征集表.docx")).build();
    }

    private String code(String wanted) {
        return wanted != null && !wanted.isBlank() ? wanted
                : campaigns.current(clock.instant()).map(CampaignRules::code).orElseThrow(() -> Refusal.notFound("现在没有征集活动。"));
    }
}
