package io.minsheng.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.DecisionForm;
import io.minsheng.decision.ShortlistForm;
import io.minsheng.evaluation.Part;
import io.minsheng.evaluation.PartRole;
import io.minsheng.evaluation.Parts;
import io.minsheng.evaluation.Rounds;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.PublicationDraft;
import io.minsheng.workflow.WorkItem;

/** What is written into the tasks of a list round of the demo. */
@Singleton
class RoundForms {

    private static final int TARGET_LENGTH = 200;

    private final Candidates candidates;
    private final Proposals proposals;
    private final Rounds rounds;
    private final Parts parts;
    private final DemoStaff staff;
    private final DemoClock clock;

    RoundForms(Candidates candidates, Proposals proposals, Rounds rounds, Parts parts, DemoStaff staff, DemoClock clock) {
        this.candidates = candidates;
        this.proposals = proposals;
        this.rounds = rounds;
        this.parts = parts;
        this.staff = staff;
        this.clock = clock;
    }

    /** A task of the list, by whom and with what. */
    record Task(String item, Actor actor, Object form, Instant at) {
    }

    Task of(WorkItem item, Map<String, Goal> byItem) {
        boolean release = "RELEASE".equals(item.step());
        Object form = switch (item.queue()) {
            case "SHORTLIST" -> new ShortlistForm("FREEZE", byItem.keySet().stream().map(this::row).toList(), null);
            case "DECISION" -> decision(byItem);
            case "PUBLICATION" -> release ? new Judgement("RELEASE", null) : publication();
            default -> throw new IllegalStateException("no form for " + item.queue());
        };
        boolean chief = release || item.queue().equals("DECISION");
        return new Task(item.id(), chief ? staff.chief() : staff.named("triage"), form, clock.realTime());
    }

    private ShortlistForm.Item row(String id) {
        CandidateItem item = candidates.findById(id);
        String target = item.target() == null || item.target().length() > TARGET_LENGTH ? "年底前按计划建成并投入使用" : item.target();
        List<Part> handling = proposals.ofItem(id).stream().findFirst().map(this::parts).orElse(List.of());
        return new ShortlistForm.Item(id, item.title(), target, units(handling, PartRole.LEAD),
                units(handling, PartRole.ASSIST), null);
    }

    private List<Part> parts(Proposal proposal) {
        return rounds.latestOf(proposal).map(parts::of).orElse(List.of());
    }

    private static List<String> units(List<Part> parts, PartRole role) {
        return parts.stream().filter(each -> each.role() == role).map(Part::organisation).toList();
    }

    private DecisionForm decision(Map<String, Goal> byItem) {
        return new DecisionForm("RECORD", "区委常委会会议", "第十二次会议（演示）", Shanghai.date(clock.realTime()), null,
                byItem.entrySet().stream().map(each -> each.getValue() == Goal.VOTED_DOWN
                        ? new DecisionForm.ItemResult(each.getKey(), "NOT_ADOPTED", "与市级在建项目重复，不再单独安排。")
                        : new DecisionForm.ItemResult(each.getKey(), "ADOPTED", null)).toList());
    }

    private static PublicationDraft publication() {
        return new PublicationDraft("SUBMIT", "大足区2025年第一批重点民生实事项目",
                "根据群众建议，经部门评估论证并报区委、区政府研究，确定以下民生实事项目，现予公布，欢迎监督。");
    }
}
