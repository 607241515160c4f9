package io.minsheng.proposal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.FreezeProcess;
import io.minsheng.workflow.WorkItems;

/**
 * Merges a case into another one (domain: Merged). The member keeps number, author and words and freezes where it stands; the
 * main case speaks for it until it is answered or the merge is undone.
 */
@ApplicationScoped
public class MergeCase {

    private static final Set<Stage> MERGEABLE = EnumSet.of(Stage.RECEIVED, Stage.TRIAGE, Stage.AWAITING_SUPPLEMENT,
            Stage.EVALUATION, Stage.CONCLUSION);
    private static final Set<Stage> BEYOND = EnumSet.of(Stage.SHORTLISTED, Stage.DECISION);

    private final CaseAccess access;
    private final MergedCases merged;
    private final WorkItems items;
    private final FreezeProcess freezeProcess;
    private final MergeNews news;
    private final InstantSource clock;

    MergeCase(CaseAccess access, MergedCases merged, WorkItems items, FreezeProcess freezeProcess, MergeNews news,
            InstantSource clock) {
        this.access = access;
        this.merged = merged;
        this.items = items;
        this.freezeProcess = freezeProcess;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Merges.
     *
     * @param caseNumber the case that joins
     * @param into number of the case that it joins, which may itself be merged
     * @return the member
     * @throws Refusal 400 no number given; 403 not TRIAGE; 404; 409 merged already, too far for it, or the main case has ended;
     *         422 itself, in a circle, or of another campaign
     */
    @Transactional
    public Proposal merge(String caseNumber, String into, Actor actor) {
        Proposal member = access.forStaff(caseNumber, actor);
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以合并案件。");
        }
        if (Texts.cleanOrNull(into) == null) {
            throw Refusal.invalid("into", "请填写主件的受理编号。");
        }
        Proposal target = access.forStaff(into.strip().toUpperCase(Locale.ROOT), actor);
        items.holdOpenOn(member.caseNumber());
        merged.hold(member, target);
        check(member, target);
        Instant now = clock.instant();
        merged.persist(new Merging(member, target, actor.username(), now));
        freezeProcess.freeze(member.processInstance());
        Stage from = member.stage();
        member.mergeInto(target, now);
        news.merged(member, from, target, actor);
        return member;
    }

    /** Whether a case in this stage can join another one; for pages. */
    public static boolean mayJoin(Stage stage) {
        return MERGEABLE.contains(stage);
    }

    /** Whether a case in this stage can take others in, unless it was answered before; for pages. */
    public static boolean mayTakeIn(Stage stage) {
        return MERGEABLE.contains(stage) || BEYOND.contains(stage);
    }

    /** Whether a case can take others in; for pages. */
    public static boolean mayTakeIn(Proposal main) {
        return main.disposition() == null && main.stage() != Stage.MERGED;
    }

    private void check(Proposal member, Proposal target) {
        if (!member.campaign().equals(target.campaign())) {
            throw Refusal.unprocessable("只能合并同一次征集活动的案件。");
        }
        if (merged.wayUp(target).stream().anyMatch(each -> each.id().equals(member.id()))) {
            throw Refusal.unprocessable(member.id().equals(target.id()) ? "案件不能并入自身。" : "主件已经并入本件，不能再反过来合并。");
        }
        if (member.stage() == Stage.MERGED) {
            throw Refusal.conflict("这个案件已经并入 " + member.mergedInto().caseNumber() + "，请先撤销合并。");
        }
        if (!mayJoin(member.stage())) {
            throw Refusal.conflict("案件现处于“" + member.stage().label() + "”，不能再并入其他案件。");
        }
        if (!mayTakeIn(merged.mainOf(target))) {
            throw Refusal.conflict("主件已经办结，不能再并入案件。");
        }
    }
}
