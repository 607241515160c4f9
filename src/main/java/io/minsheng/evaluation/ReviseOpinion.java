package io.minsheng.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.workflow.WorkItems;

/** A department replaces its opinion until CONCLUSION is claimed; the earlier ones are kept (domain: rules of handling). */
@ApplicationScoped
public class ReviseOpinion {

    private final CaseAccess access;
    private final Rounds rounds;
    private final Parts parts;
    private final WorkItems items;
    private final MayRevise mayRevise;
    private final Revisions revisions;

    ReviseOpinion(CaseAccess access, Rounds rounds, Parts parts, WorkItems items, MayRevise mayRevise,
            Revisions revisions) {
        this.access = access;
        this.rounds = rounds;
        this.parts = parts;
        this.items = items;
        this.mayRevise = mayRevise;
        this.revisions = revisions;
    }

    /**
     * What a department said last.
     *
     * @param lead whether it leads, so that the whole scorecard is needed
     */
    public record Present(Opinion opinion, boolean lead) {
    }

    /**
     * Writes the department's opinion anew.
     *
     * @param form as for SUBMIT; its outcome is not asked
     * @param unreadable fields that could not be read, null in the form: nothing is written then
     * @throws Refusal 400; 403 no part in the round, or stepped back; 404; 409 not submitted yet, or being concluded already
     */
    @Transactional
    public Proposal revise(String caseNumber, EvaluationForm form, Unreadable unreadable, Actor actor) {
        items.holdOpenOn(caseNumber);
        Proposal proposal = access.forStaff(caseNumber, actor);
        Part part = revisable(proposal, actor);
        return unreadable.besides(() -> {
            revisions.write(proposal, part, form, actor);
            return proposal;
        });
    }

    /**
     * The opinion that may be revised now.
     *
     * @throws Refusal as {@link #revise}
     */
    @Transactional
    public Present present(String caseNumber, Actor actor) {
        Part part = revisable(access.forStaff(caseNumber, actor), actor);
        return new Present(part.opinion(), part.role() == PartRole.LEAD);
    }

    private Part revisable(Proposal proposal, Actor actor) {
        Part part = rounds.latestOf(proposal).flatMap(round -> parts.of(round, actor.organisation()))
                .filter(each -> mayRevise.isTheirs(proposal, each, actor))
                .orElseThrow(() -> Refusal.forbidden("只有本轮承办单位可以修改自己的评估意见；已回避的人员不能修改。"));
        mayRevise.whyNot(proposal, part, items.openOn(proposal.caseNumber())).ifPresent(why -> {
            throw Refusal.conflict(why);
        });
        return part;
    }

    /** Writes a revision down. */
    @Singleton
    static class Revisions {

        private final WriteOpinion write;
        private final Organisations organisations;
        private final RecordOnCase record;

        Revisions(WriteOpinion write, Organisations organisations, RecordOnCase record) {
            this.write = write;
            this.organisations = organisations;
            this.record = record;
        }

        void write(Proposal proposal, Part part, EvaluationForm form, Actor actor) {
            write.anew(part, form, proposal.campaign(), actor);
            record.write(proposal, "EVALUATION_REVISE", part.organisation(),
                    Note.internal(organisations.shortName(part.organisation()) + "修改评估意见。"), actor);
        }
    }
}
