package io.minsheng.tracking;

import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Deadlines;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.web.SiteSettings;
import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Who has a case now and what comes next, in words for its author. */
@Singleton
class Whereabouts {

    private final WorkItems items;
    private final MergedCases merged;
    private final Organisations organisations;
    private final SiteSettings site;

    Whereabouts(WorkItems items, MergedCases merged, Organisations organisations, SiteSettings site) {
        this.items = items;
        this.merged = merged;
        this.organisations = organisations;
        this.site = site;
    }

    /**
     * Empty when nobody works on it any more.
     *
     * @param shown the stage that the reader is shown, so that nothing is told before its time or to whom it is not meant for
     */
    String holder(Proposal proposal, Stage shown) {
        return switch (shown) {
            case RECEIVED, TRIAGE, CONCLUSION, SHORTLISTED -> office();
            case AWAITING_SUPPLEMENT -> isTold(proposal) ? "您本人（等待您补充）" : office() + "（将与您联系）";
            case EVALUATION -> departments(proposal);
            case DECISION -> "区委、区政府";
            default -> "";
        };
    }

    private boolean isTold(Proposal proposal) {
        return items.openOn(proposal.caseNumber()).stream().noneMatch(each -> "TELL".equals(each.step()));
    }

    /** The case it is handled together with, and where that one stands publicly; null when it is not merged. */
    TrackedCase.Merged merged(Proposal proposal) {
        return proposal.mergedInto() == null ? null
                : new TrackedCase.Merged(proposal.mergedInto().caseNumber(), merged.mainOf(proposal).publicStage());
    }

    /** Empty when the case has come to its end. */
    String next(Stage stage, Deadlines days) {
        return switch (stage) {
            case RECEIVED, TRIAGE -> "工作人员在收到后 " + days.triage() + " 个工作日内完成分类整理，然后分派有关部门评估论证。";
            case AWAITING_SUPPLEMENT -> "收到您的补充后继续办理；逾期未补充的，按现有材料办理。";
            case EVALUATION -> "有关部门在 " + days.evaluation() + " 个工作日内提出意见，然后由主办单位综合研究。";
            case CONCLUSION -> "条件成熟的纳入备选名单；不能纳入的，会说明理由并答复您。";
            case SHORTLISTED -> "备选名单按程序报区委、区政府研究。";
            case DECISION -> "研究决定后公布结果，并逐条答复。";
            case PUBLISHED -> "项目进入实施，进展会在已公布项目中更新。";
            case IMPLEMENTING -> "项目完成并通过验收后销号。";
            default -> "";
        };
    }

    private String departments(Proposal proposal) {
        String names = items.openOn(proposal.caseNumber()).stream()
                .filter(each -> each.queue().equals("EVALUATION")).map(WorkItem::organisation)
                .distinct().map(organisations::shortName).collect(Collectors.joining("、"));
        return names.isEmpty() ? office() : names;
    }

    private String office() {
        return site.office().orElse("征集工作人员");
    }
}
