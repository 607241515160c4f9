package io.minsheng.proposal;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.WorkItems;

/**
 * Who may see which case, its originals and its author (domain: who uses it). Every call that names a case goes through here.
 */
@ApplicationScoped
public class CaseAccess {

    private final Proposals proposals;
    private final WorkItems items;
    private final QueryCodes codes;

    CaseAccess(Proposals proposals, WorkItems items, QueryCodes codes) {
        this.proposals = proposals;
        this.items = items;
        this.codes = codes;
    }

    /**
     * A case the member of staff may see.
     *
     * @throws Refusal 404 unknown or not theirs, without a difference
     */
    public Proposal forStaff(String caseNumber, Actor actor) {
        return proposals.find(caseNumber).filter(each -> maySee(each, actor))
                .orElseThrow(() -> Refusal.notFound(Proposals.UNKNOWN));
    }

    /**
     * A case opened with number and query code.
     *
     * @throws Refusal 404, the same and after the same work for a wrong number and a wrong code
     */
    public Proposal withCode(String caseNumber, String code) {
        String number = caseNumber == null ? "" : caseNumber.strip().toUpperCase();
        Proposal proposal = proposals.find(number).orElse(null);
        if (!codes.matches(number, code == null ? "" : code, proposal == null ? null : proposal.queryCodeDigest())) {
            throw Refusal.notFound("受理编号或查询码不正确，请核对回执后重试。");
        }
        return proposal;
    }

    /** Originals (raw mail, scans, attachments) and full contact data: TRIAGE, CHIEF, the own desk's REGISTRAR. */
    public boolean mayReadOriginals(Proposal proposal, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF) || isOwnDesk(proposal, actor);
    }

    private boolean maySee(Proposal proposal, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER) || isOwnDesk(proposal, actor)
                || actor.has(Role.DEPARTMENT) && items.everConcerned(proposal.caseNumber(), actor.organisation());
    }

    private static boolean isOwnDesk(Proposal proposal, Actor actor) {
        return actor.has(Role.REGISTRAR) && proposal.desk() != null && proposal.desk().equals(actor.organisation());
    }
}
