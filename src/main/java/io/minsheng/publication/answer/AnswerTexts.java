package io.minsheng.publication.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.DueText;
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

    private static final String THANKS = "\n\n感谢您对民生实事工作的关心和支持。";

    private final AnswerTemplates templates;
    private final Verdicts verdicts;
    private final Projects projects;
    private final Labels labels;
    private final SiteSettings site;

    AnswerTexts(AnswerTemplates templates, Verdicts verdicts, Projects projects, Labels labels, SiteSettings site) {
        this.templates = templates;
        this.verdicts = verdicts;
        this.projects = projects;
        this.labels = labels;
        this.site = site;
    }

    /**
     * The words between greeting and signature, which mail and letter add. Without name or address: they are shown to whoever
     * has number and code.
     */
    public String draft(Proposal proposal) {
        Optional<Verdict> verdict = verdicts.of(proposal);
        String prepared = verdict.map(Verdict::answerDraft).orElse(null);
        if (prepared != null && proposal.disposition() != Disposition.ADOPTED) {
            return prepared;
        }
        return filled(templates.present(proposal.campaign(), proposal.disposition()).map(AnswerTemplate::text)
                .orElseGet(() -> wording(proposal.disposition())), proposal);
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

    /** The words of the program, which hold until the office writes its own. */
    static String wording(Disposition disposition) {
        return switch (disposition) {
            case ADOPTED -> """
                    您的建议已纳入民生实事项目“〔项目名称〕”，并已向社会公布。
                    年度目标：〔年度目标〕
                    牵头单位：〔牵头单位〕
                    完成时限：〔完成时限〕
                    进展情况将在网站“已公布项目”中更新。""" + THANKS;
            case NOT_ADOPTED -> "经有关部门评估论证并综合研究，您的建议本次未纳入民生实事项目。\n理由是：〔理由〕" + THANKS;
            case RESERVED -> "经研究，您的建议有积极意义，但本年度实施条件尚不成熟，已留作储备，供以后年度研究。\n具体情况是：〔理由〕" + THANKS;
            case REFERRED -> "您反映的事项不属于本次民生实事建议征集的范围，我们已转请有关单位办理。\n说明：〔理由〕" + THANKS;
            case REJECTED -> "您提出的内容本次不予受理。\n原因是：〔理由〕" + THANKS;
            case MERGED, WITHDRAWN -> "您的建议已办结。" + THANKS;
        };
    }

    /** A template filled in for a case. */
    String filled(String template, Proposal proposal) {
        Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
        values.put(TemplateField.REASON, verdicts.of(proposal).map(Verdict::reason).orElse(proposal.dispositionReason()));
        values.put(TemplateField.TITLE, proposal.title());
        values.put(TemplateField.CASE_NUMBER, proposal.caseNumber());
        projects.ofItem(proposal.candidateItem()).ifPresent(project -> {
            values.put(TemplateField.PROJECT, project.title());
            values.put(TemplateField.TARGET, project.target());
            values.put(TemplateField.LEADS,
                    String.join("、", project.leads().stream().map(labels::organisation).toList()));
            values.put(TemplateField.DUE, project.due() == null ? null : DueText.of(project.due()));
        });
        return TemplateField.fill(template, values);
    }
}
