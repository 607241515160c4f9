package io.minsheng.intake.form.api;

import java.time.InstantSource;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.form.SubmitProposal;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.AttachmentAnswer;
import io.minsheng.proposal.PublicCases;
import io.minsheng.proposal.PublicCases.PublicCase;
import io.minsheng.proposal.ReceiptAnswer;
import io.minsheng.proposal.SentFile;
import io.minsheng.proposal.SupportCase;
import io.minsheng.proposal.Supporter;

/** The public calls by which a suggestion is made or supported. */
@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公众")
public class ProposalResource {

    private final SubmitProposal submit;
    private final AddAttachment addAttachment;
    private final PublicCases publicCases;
    private final SupportCase supportCase;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    ProposalResource(SubmitProposal submit, AddAttachment addAttachment, PublicCases publicCases, SupportCase supportCase,
            Campaigns campaigns, Organisations organisations, InstantSource clock) {
        this.submit = submit;
        this.addAttachment = addAttachment;
        this.publicCases = publicCases;
        this.supportCase = supportCase;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "提交一条建议")
    @PerAddress(value = "submit", calls = 60, minutes = 10)
    public Response submit(@HeaderParam("Idempotency-Key") String key, SubmittedProposal body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交建议内容。");
        }
        return Response.status(Response.Status.CREATED)
                .entity(ReceiptAnswer.of(submit.submit(key, body, body.toNewProposal(clock.instant())))).build();
    }

    /** What a supporter gets: the code with which to follow the suggestion. */
    public record SupportAnswer(String supportCode) {
    }

    @GET
    @PerAddress(value = "public", calls = 240, minutes = 1)
    @Operation(summary = "公开的建议", description = "已受理并有公开标题的建议；不含原文。")
    public Page<PublicCase> list(@QueryParam("campaign") String campaign, @QueryParam("category") String category,
            @QueryParam("township") String township, @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        if (campaign == null || campaign.isBlank()) {
            throw Refusal.invalid("campaign", "请指明征集活动。");
        }
        CampaignRules rules = campaigns.rulesNewestFirst().stream().filter(each -> each.code().equals(campaign)).findFirst()
                .orElseThrow(() -> Refusal.invalid("campaign", "没有这个征集活动。"));
        if (category != null && rules.category(category).isEmpty()) {
            throw Refusal.invalid("category", "没有这个事项类别。");
        }
        if (township != null && !organisations.isTownship(township)) {
            throw Refusal.invalid("township", "没有这个镇街。");
        }
        return publicCases.page(campaign, category, township,
                Paging.of(page, size, null, PublicCases.SORTS, PublicCases.DEFAULT_SORT));
    }

    @POST
    @Path("/{caseNumber}/supports")
    @Consumes(MediaType.APPLICATION_JSON)
    @PerAddress(value = "support", calls = 60, minutes = 10)
    @Operation(summary = "附议一条公开的建议", description = "同一人重复附议只计一次。")
    public Response support(@PathParam("caseNumber") String caseNumber, Supporter body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交附议内容。");
        }
        return Response.status(Response.Status.CREATED)
                .entity(new SupportAnswer(supportCase.support(caseNumber, body))).build();
    }

    @POST
    @Path("/{caseNumber}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "为建议上传一个附件")
    @PerAddress(value = "attach", calls = 120, minutes = 10)
    public Response attach(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code,
            @RestForm("file") List<FileUpload> files) {
        List<SentFile> sent = SentFile.of(files);
        if (sent.size() > 1) {
            throw Refusal.invalid("file", "一次请上传一个文件。");
        }
        return Response.status(Response.Status.CREATED)
                .entity(AttachmentAnswer.of(addAttachment.fromAuthor(caseNumber, code, sent).get(0))).build();
    }
}
