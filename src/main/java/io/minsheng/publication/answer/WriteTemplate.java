package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.proposal.Disposition;

/** The office writes the words with which its answers begin: each change is a version of its own, for one campaign. */
@ApplicationScoped
public class WriteTemplate {

    private static final LengthRule TEXT = new LengthRule("text", "模板", 10, 2000);
    private static final List<Disposition> ANSWERED = Arrays.stream(Disposition.values())
            .filter(each -> each != Disposition.MERGED && each != Disposition.WITHDRAWN).toList();

    private final AnswerTemplates templates;
    private final Campaigns campaigns;
    private final InstantSource clock;
    private final Event<Act> acts;

    WriteTemplate(AnswerTemplates templates, Campaigns campaigns, InstantSource clock, Event<Act> acts) {
        this.templates = templates;
        this.campaigns = campaigns;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * The words for one disposition.
     *
     * @param version 0 for those of the program
     * @param fields what may stand in brackets
     * @param earlier older versions, newest first
     */
    public record Wording(Disposition disposition, int version, String text, List<String> fields,
            List<AnswerTemplate> earlier) {
    }

    /**
     * The words of a campaign for every disposition that is answered.
     *
     * @throws Refusal 404
     */
    @Transactional
    public List<Wording> of(String campaign) {
        campaigns.byCode(campaign);
        Map<Disposition, List<AnswerTemplate>> all = templates.of(campaign).stream()
                .collect(Collectors.groupingBy(AnswerTemplate::disposition));
        return ANSWERED.stream().map(each -> wording(each, all.getOrDefault(each, List.of()))).toList();
    }

    private static Wording wording(Disposition disposition, List<AnswerTemplate> versions) {
        List<String> fields = Arrays.stream(TemplateField.values()).filter(each -> each.fits(disposition))
                .map(TemplateField::mark).toList();
        return versions.isEmpty() ? new Wording(disposition, 0, AnswerTexts.wording(disposition), fields, List.of())
                : new Wording(disposition, versions.get(0).version(), versions.get(0).text(), fields,
                        versions.subList(1, versions.size()));
    }

    /**
     * Writes a new version. Answers that are drafted already stay as they are.
     *
     * @param version the one that was changed: if there is a newer one, somebody else was quicker
     * @throws Refusal 400 text, or a bracket that stands for nothing, 403 not TRIAGE or CHIEF, 404, 409 changed meanwhile
     */
    @Transactional
    public Wording write(String campaign, Disposition disposition, Integer version, String text, Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("只有分类整理人员和科室负责人可以修改答复模板。");
        }
        campaigns.held(campaign);
        if (!ANSWERED.contains(disposition)) {
            throw Refusal.notFound("这种办理结果没有答复模板。");
        }
        String clean = TEXT.accepted(text);
        List<String> unknown = TemplateField.unknown(clean, disposition);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("text", "不能使用 " + String.join("、", unknown) + "，请从可用的占位中选择。");
        }
        int present = templates.present(campaign, disposition).map(AnswerTemplate::version).orElse(0);
        if (version != null && version != present) {
            throw Refusal.conflict("模板刚才已被他人修改为第 " + present + " 版，请刷新后再改。");
        }
        templates.persistAndFlush(
                new AnswerTemplate(campaign, disposition, present + 1, clean, actor.username(), clock.instant()));
        acts.fire(new Act(actor.username(), "ANSWER_TEMPLATE", "CAMPAIGN", campaign, null,
                disposition + " v" + (present + 1)));
        return of(campaign).stream().filter(each -> each.disposition() == disposition).findFirst().orElseThrow();
    }
}
