package io.minsheng.intake.desk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.sheet.ViewSheets;
import io.minsheng.intake.desk.sheet.ViewSheets.Code;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The receipts of a spreadsheet's cases, one on each sheet of paper. */
@Path("/staff/desk/sheets/{id}/receipts")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class SheetReceiptPages {

    private final ViewSheets sheets;
    private final Campaigns campaigns;
    private final PublicUrl publicUrl;
    private final CurrentActor currentActor;

    SheetReceiptPages(ViewSheets sheets, Campaigns campaigns, PublicUrl publicUrl, CurrentActor currentActor) {
        this.sheets = sheets;
        this.campaigns = campaigns;
        this.publicUrl = publicUrl;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance slips(String id, CampaignRules campaign, Page<Slip> page);

        private Templates() {
        }
    }

    /** A receipt with the address of tracking, the query code in it behind #, where no server sees it. */
    @TemplateData
    record Slip(Code code, String url, QrCode qr) {
    }

    @GET
    public TemplateInstance print(@PathParam("id") String id, @QueryParam("page") Integer page) {
        CampaignRules campaign = campaigns.rules(sheets.view(id, currentActor.get()).sheet().campaign());
        Page<Slip> slips = sheets.codes(id, page, null, currentActor.get()).map(this::slip);
        return Templates.slips(id, campaign, slips);
    }

    private Slip slip(Code code) {
        String url = publicUrl.to("/track?number=" + code.caseNumber());
        return new Slip(code, url, QrCode.of(url + "#" + code.queryCode()));
    }
}
