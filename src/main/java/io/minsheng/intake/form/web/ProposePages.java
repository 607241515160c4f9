package io.minsheng.intake.form.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.form.SubmitProposal;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.proposal.CheckProposal;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The form in steps. Each page carries what was typed on the others, so it needs neither script nor session. */
@Path("/propose")
public class ProposePages {

    private static final String EDIT = "edit-";
    /** Pressed below suggestions of others: what is being written is something else. */
    private static final String DIFFERENT = "different";

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final CheckProposal check;
    private final SubmitProposal submit;
    private final SimilarCases similar;
    private final ReceiptView receipts;
    private final InstantSource clock;

    ProposePages(Campaigns campaigns, Organisations organisations, CheckProposal check, SubmitProposal submit,
            SimilarCases similar, ReceiptView receipts, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.check = check;
        this.submit = submit;
        this.similar = similar;
        this.receipts = receipts;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {
        static native TemplateInstance propose(FormStep step, List<FormStep> steps, ProposalForm form, FormErrors errors,
                Lists lists, List<Choice> carried, boolean nothingAlike, boolean fresh);

        static native TemplateInstance similar(List<Similar> found, List<Choice> fields);

        static native TemplateInstance closed(CampaignRules campaign);

        private Templates() {
        }
    }

    /** What there is to choose from. */
    @TemplateData
    record Lists(CampaignRules campaign, List<Choice> categories, List<Choice> townships, List<Choice> kinds,
            List<Choice> replies) {

        /** Whether the step of place and target asks for nothing that has to be filled in. */
        public boolean allOptional() {
            return !campaign.needs("place") && !campaign.needs("beneficiaries") && !campaign.needs("target");
        }

        public String categoryName(String code) {
            return campaign.categoryName(code);
        }

        public String townshipName(String code) {
            return townships.stream().filter(each -> each.code().equals(code)).map(Choice::name).findFirst().orElse("");
        }

        public String kindName(String code) {
            return kinds.stream().filter(each -> each.code().equals(code)).map(Choice::name).findFirst()
                    .orElse(ProposerKind.RESIDENT.label());
        }
    }

    @GET
    @Transactional
    public Response begin() {
        CampaignRules campaign = campaigns.current(clock.instant()).orElse(null);
        if (campaign == null || !isOpen(campaign)) {
            return ok(Templates.closed(campaign));
        }
        ProposalForm form = ProposalForm.empty(campaign.code());
        return backable(form, ok(Templates.propose(FormStep.WISH, List.of(FormStep.values()), form, FormErrors.none(),
                lists(campaign), form.carried(FormStep.WISH), false, true)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "form", calls = 240, minutes = 10)
    public Response proceed(MultivaluedMap<String, String> sent) {
        ProposalForm form = ProposalForm.of(sent);
        FormStep step = FormStep.named(sent.getFirst("step"));
        return backable(form, proceeded(form, step, Optional.ofNullable(sent.getFirst("go")).orElse("next")));
    }

    private Response proceeded(ProposalForm form, FormStep step, String go) {
        CampaignRules campaign = campaigns.rules(form.campaign());
        if (go.startsWith(EDIT)) {
            return ok(page(FormStep.named(go.substring(EDIT.length())), form, FormErrors.none()));
        }
        if (go.equals("back")) {
            return ok(page(step.previous(), form, FormErrors.none()));
        }
        if (!go.equals("submit")) {
            List<Violation> violations = violations(form, campaign).stream()
                    .filter(each -> FormStep.asking(each.field()) == step).toList();
            if (!violations.isEmpty()) {
                return Html.page(400, page(step, form, FormErrors.of(violations)));
            }
            return step == FormStep.WISH && !go.equals(DIFFERENT) ? afterWish(form, campaign)
                    : ok(page(step.next(), form, FormErrors.none()));
        }
        return submitted(form, campaign);
    }

    /** Shows what others have suggested, if that is alike; else goes on at once. */
    private Response afterWish(ProposalForm form, CampaignRules campaign) {
        NewProposal.Wish wish = form.wish();
        List<Similar> found = similar.toText(campaign.code(), wish.title(), wish.content());
        return ok(found.isEmpty() ? page(FormStep.PLACE, form, FormErrors.none(), true)
                : Templates.similar(found, form.carried(FormStep.CHECK)));
    }

    private Response submitted(ProposalForm form, CampaignRules campaign) {
        if (form.isFromMachine()) {
            return Html.page(400, page(FormStep.CHECK, form, FormErrors.of(Refusal.conflict("提交没有成功，请重新点击“提交建议”。"))));
        }
        List<Violation> violations = violations(form, campaign);
        if (!violations.isEmpty()) {
            FormStep first = FormStep.asking(violations.get(0).field());
            return Html.page(400, page(first, form, FormErrors.of(violations.stream()
                    .filter(each -> FormStep.asking(each.field()) == first).toList())));
        }
        try {
            Receipt receipt = submit.submit("form:" + form.key(), form.asSent(), form.toNewProposal(clock.instant()));
            return ok(receipts.page(receipt.caseNumber(), receipt.queryCode(), true, FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), page(FormStep.CHECK, form, FormErrors.of(refusal.status() == 422
                    ? Refusal.conflict("这份表单已经提交过一次。要补充内容，请用受理编号和查询码到“查进度”；要另提一条建议，请从首页重新开始。")
                    : refusal)));
        }
    }

    private List<Violation> violations(ProposalForm form, CampaignRules campaign) {
        List<Violation> violations = check.violations(form.wish(), campaign);
        violations.addAll(check.violations(form.proposer(), form.origin(clock.instant())));
        violations.addAll(check.missing(form.toNewProposal(clock.instant()), campaign));
        return violations;
    }

    private TemplateInstance page(FormStep step, ProposalForm form, FormErrors errors) {
        return page(step, form, errors, false);
    }

    private TemplateInstance page(FormStep step, ProposalForm form, FormErrors errors, boolean nothingAlike) {
        return Templates.propose(step, List.of(FormStep.values()), form, errors, lists(campaigns.rules(form.campaign())),
                form.carried(step), nothingAlike, false);
    }

    private Lists lists(CampaignRules campaign) {
        return new Lists(campaign, campaign.categories().stream().map(each -> new Choice(each.code(), each.name())).toList(),
                organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName())).toList(),
                List.of(ProposerKind.RESIDENT, ProposerKind.DEPUTY, ProposerKind.MEMBER, ProposerKind.ORGANISATION).stream()
                        .map(each -> new Choice(each.name(), each.label())).toList(),
                List.of(new Choice("true", "需要，请把办理结果告诉我"), new Choice("false", "不需要，我自己上网查询")));
    }

    private boolean isOpen(CampaignRules campaign) {
        return campaign.stateAt(clock.instant()) == CampaignState.OPEN;
    }

    /** The browser may keep a page for its back button as long as it does not say who somebody is. */
    private static Response backable(ProposalForm form, Response page) {
        return form.saysWho() ? page : Response.fromResponse(page).header("Cache-Control", "private, no-cache").build();
    }

    private static Response ok(TemplateInstance page) {
        return Html.page(200, page);
    }
}
