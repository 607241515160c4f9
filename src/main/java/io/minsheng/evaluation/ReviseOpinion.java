package io.minsheng.evaluation;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** The lead may revise its opinion until CONCLUSION is claimed (domain: rules of handling). */
@ApplicationScoped
public class ReviseOpinion {

    private final CaseAccess access;
    private final Rounds rounds;
    private final Parts parts;
    private final WorkItems items;
    private final CheckOpinion check;
    private final Revisions revisions;

    ReviseOpinion(CaseAccess access, Rounds rounds, Parts parts, WorkItems items, CheckOpinion check,
            Revisions revisions) {
        this.access = access;
        this.rounds = rounds;
        this.parts = parts;
        this.items = items;
        this.check = check;
        this.revisions = revisions;
    }

    /**
     * Writes the lead's opinion anew.
     *
     * @param form as for SUBMIT; its outcome is not asked
     * @throws Refusal 400; 403 not the lead; 404; 409 not submitted yet, or being concluded already
     */
    @Transactional
    public Proposal revise(String caseNumber, EvaluationForm form, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        Part part = revisable(proposal, actor);
        Opinion opinion = check.checked(form, PartRole.LEAD, proposal.campaign());
        revisions.write(proposal, part, opinion, actor);
        return proposal;
    }

    /**
     * The opinion that may be revised now.
     *
     * @throws Refusal as {@link #revise}
     */
    @Transactional
    public Opinion present(String caseNumber, Actor actor) {
        return revisable(access.forStaff(caseNumber, actor), actor).opinion();
    }

    private Part revisable(Proposal proposal, Actor actor) {
        Part part = rounds.latestOf(proposal).map(round -> parts.at(round.id(), 0))
                .filter(each -> each.organisation().equals(actor.organisation()))
                .orElseThrow(() -> Refusal.forbidden("只有本轮牵头单位可以修改评估意见。"));
        if (part.state() != PartState.SUBMITTED) {
            throw Refusal.conflict("本单位尚未提交意见，不能修改。");
        }
        boolean open = proposal.stage() == Stage.EVALUATION || items.openOn(proposal.caseNumber())
                .stream().anyMatch(ReviseOpinion::unclaimedConclusion);
        if (!open) {
            throw Refusal.conflict("综合研究已经开始，意见不能再修改。");
        }
        return part;
    }

    private static boolean unclaimedConclusion(WorkItem item) {
        return item.queue().equals("CONCLUSION") && item.assignee() == null && !item.frozen();
    }

    /** Writes a revision down. */
    @Singleton
    static class Revisions {

        private final Organisations organisations;
        private final RecordOnCase record;
        private final InstantSource clock;

        Revisions(Organisations organisations, RecordOnCase record, InstantSource clock) {
            this.organisations = organisations;
            this.record = record;
            this.clock = clock;
        }

        void write(Proposal proposal, Part part, Opinion opinion, Actor actor) {
            part.revise(opinion, actor.username(), clock.instant());
            record.write(proposal, "EVALUATION_REVISE", part.organisation(),
                    Note.internal(organisations.shortName(part.organisation()) + "修改评估意见。"), actor);
        }
    }
}
