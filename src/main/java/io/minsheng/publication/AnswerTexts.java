package io.minsheng.publication;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.DueText;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.Projects;
import io.minsheng.platform.web.SiteSettings;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Verdict;
import io.minsheng.proposal.Verdicts;

/** The words an answer begins with, per disposition, with the reason in them; the drafter changes what should be changed. */
@ApplicationScoped
public class AnswerTexts {

    private final Verdicts verdicts;
    private final Projects projects;
    private final Labels labels;
    private final SiteSettings site;

    AnswerTexts(Verdicts verdicts, Projects projects, Labels labels, SiteSettings site) {
        this.verdicts = verdicts;
        this.projects = projects;
        this.labels = labels;
        this.site = site;
    }

    /**
     * The words between greeting and signature, which mail and letter add. Without name or address: they are shown to whoever
     * has
     * number and code.
     */
    public String draft(Proposal proposal) {
        Optional<Verdict> verdict = verdicts.of(proposal);
        String prepared = verdict.map(Verdict::answerDraft).orElse(null);
        if (prepared != null && proposal.disposition() != Disposition.ADOPTED) {
            return prepared;
        }
        return body(proposal, verdict.map(Verdict::reason).orElse(proposal.dispositionReason()))
                + "\n\n感谢您对民生实事工作的关心和支持。";
    }

    /** The words for the author of a case that was merged: those of the main case, and why they are the answer. */
    public String member(Proposal main, String released) {
        String title = main.publicTitle() == null ? "" : "“" + main.publicTitle() + "”";
        return "您的建议与同类建议" + title + "（受理编号 " + main.caseNumber() + "）合并办理，办理结果如下：\n\n" + released;
    }

    /** Who signs. */
    public String office() {
        return site.office().filter(each -> !each.isBlank()).orElse(site.district() + " " + site.name());
    }

    private String body(Proposal proposal, String reason) {
        return switch (proposal.disposition()) {
            case ADOPTED -> adopted(proposal);
            case NOT_ADOPTED -> "经有关部门评估论证并综合研究，您的建议本次未纳入民生实事项目。" + because("理由是：", reason);
            case RESERVED -> "经研究，您的建议有积极意义，但本年度实施条件尚不成熟，已留作储备，供以后年度研究。" + because("具体情况是：", reason);
            case REFERRED -> "您反映的事项不属于本次民生实事建议征集的范围，我们已转请有关单位办理。" + because("说明：", reason);
            case REJECTED -> "您提出的内容本次不予受理。" + because("原因是：", reason);
            case MERGED, WITHDRAWN -> "您的建议已办结。";
        };
    }

    private String adopted(Proposal proposal) {
        return projects.ofItem(proposal.candidateItem()).map(this::project).orElse("您的建议已纳入民生实事项目。");
    }

    private String project(Project project) {
        StringBuilder text = new StringBuilder("您的建议已纳入民生实事项目“").append(project.title()).append("”，并已向社会公布。");
        if (project.target() != null) {
            text.append("\n年度目标：").append(sentence(project.target()));
        }
        text.append("\n牵头单位：").append(sentence(String.join("、", project.leads().stream().map(labels::organisation).toList())));
        if (project.due() != null) {
            text.append("\n完成时限：").append(sentence(DueText.of(project.due())));
        }
        return text.append("\n进展情况将在网站“已公布项目”中更新。").toString();
    }

    private static String because(String intro, String reason) {
        return reason == null ? "" : "\n" + intro + sentence(reason);
    }

    private static String sentence(String text) {
        return text.endsWith("。") ? text : text + "。";
    }
}
