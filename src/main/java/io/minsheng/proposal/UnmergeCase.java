package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.PausedClock;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.FreezeProcess;

/** Takes a case out of the one it was merged into: it goes on exactly where it stood, with its own members. */
@ApplicationScoped
public class UnmergeCase {

    private static final LengthRule REASON = LengthRule.reason("reason", "撤销合并的原因").needed();

    private final CaseAccess access;
    private final MergedCases merged;
    private final StandAgain standAgain;
    private final ResumeQuestion resumeQuestion;
    private final MergeNews news;

    UnmergeCase(CaseAccess access, MergedCases merged, StandAgain standAgain, ResumeQuestion resumeQuestion,
            MergeNews news) {
        this.access = access;
        this.merged = merged;
        this.standAgain = standAgain;
        this.resumeQuestion = resumeQuestion;
        this.news = news;
    }

    /**
     * Unmerges.
     *
     * @return the case as it stands again
     * @throws Refusal 400 no reason; 403 not TRIAGE; 404; 409 not merged, or answered with its main case
     */
    @Transactional
    public Proposal unmerge(String caseNumber, String reason, Actor actor) {
        Proposal member = access.forStaff(caseNumber, actor);
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以撤销合并。");
        }
        String clean = Texts.clean(reason);
        List<Violation> violations = new ArrayList<>();
        REASON.check(clean, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        merged.hold(member);
        takeOut(member, clean, actor);
        return member;
    }

    /** Takes out all that is directly merged into a case that {@link MergedCases#hold} holds, because that one goes away. */
    void takeOutMembersOf(Proposal main, String reason, Actor by) {
        for (Proposal member : merged.directlyIn(main)) {
            // who was answered with it before it was reopened stays so
            if (member.merged()) {
                takeOut(member, reason, by);
            }
        }
    }

    private void takeOut(Proposal member, String reason, Actor by) {
        Merging merging = standAgain.where(member, reason, by);
        news.unmerged(member, merging.into(), reason, by);
        resumeQuestion.of(member, merging);
    }

    /** Puts a merged case back to where it stood: stage, process, clocks. */
    @ApplicationScoped
    static class StandAgain {

        private final MergedCases merged;
        private final SupplementRequests requests;
        private final FreezeProcess freezeProcess;
        private final PausedClock pausedClock;
        private final InstantSource clock;

        StandAgain(MergedCases merged, SupplementRequests requests, FreezeProcess freezeProcess,
                PausedClock pausedClock, InstantSource clock) {
            this.merged = merged;
            this.requests = requests;
            this.freezeProcess = freezeProcess;
            this.pausedClock = pausedClock;
            this.clock = clock;
        }

        Merging where(Proposal member, String reason, Actor by) {
            Merging merging = merged.of(member).filter(each -> member.merged())
                    .orElseThrow(() -> Refusal.conflict("这个案件没有并入其他案件。"));
            if (merging.settled()) {
                throw Refusal.conflict("主件的答复已经签发，不能再撤销合并。");
            }
            member.standAgain(merging.stage(), merging.publicStage(), merging.stageSince());
            freezeProcess.thaw(member.processInstance(), merging.mergedAt());
            requests.openOf(member).filter(each -> each.dueAt() != null).ifPresent(each -> each
                    .dueBy(pausedClock.later(each.dueAt(), pausedClock.days(merging.mergedAt(), clock.instant()))));
            merging.undo(reason, by.username(), clock.instant());
            return merging;
        }
    }
}
