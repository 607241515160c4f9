package io.minsheng.publication.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;

/** How an answer with these words would read: on a real case, or with examples where none is named. Nothing is kept. */
@ApplicationScoped
public class PreviewTemplate {

    private static final Map<TemplateField, String> EXAMPLES = new EnumMap<>(Map.of(TemplateField.REASON, "与在建项目重复",
            TemplateField.TITLE, "给老旧小区加装电梯", TemplateField.CASE_NUMBER, "DZ2025-000000-0", TemplateField.PROJECT,
            "老旧小区加装电梯", TemplateField.TARGET, "全年加装电梯 20 部", TemplateField.LEADS, "区住房城乡建委", TemplateField.DUE,
            "2025年12月31日"));

    private final CaseAccess access;
    private final AnswerTexts texts;

    PreviewTemplate(CaseAccess access, AnswerTexts texts) {
        this.access = access;
        this.texts = texts;
    }

    /**
     * The words.
     *
     * @param caseNumber a case of this campaign, or blank for examples
     * @throws Refusal 400 a bracket that stands for nothing, or a case of another campaign, 404 no such case
     */
    @Transactional
    public String of(String campaign, Disposition disposition, String text, String caseNumber, Actor actor) {
        String clean = Texts.clean(text == null ? "" : text);
        List<String> unknown = disposition == null ? List.of() : TemplateField.unknown(clean, disposition);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("text", "不能使用 " + String.join("、", unknown) + "，请从可用的占位中选择。");
        }
        if (caseNumber == null || caseNumber.isBlank()) {
            return TemplateField.fill(clean, EXAMPLES);
        }
        Proposal proposal = access.forStaff(caseNumber.strip(), actor);
        if (!proposal.campaign().equals(campaign)) {
            throw Refusal.invalid("caseNumber", "这个案件不属于本次征集活动。");
        }
        return texts.filled(clean, proposal);
    }
}
