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
    private final Supports supports;

    CaseAccess(Proposals proposals, WorkItems items, QueryCodes codes, Supports supports) {
        this.proposals = proposals;
        this.items = items;
        this.codes = codes;
        this.supports = supports;
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
            throw wrongCode();
        }
        return proposal;
    }

    /**
     * A case opened with number and the code of its author or of somebody who supports it.
     *
     * @param own whether it is the author's
     */
    public record Opened(Proposal proposal, boolean own) {
    }

    /**
     * As {@link #withCode}, also for those who support the case: they may look at what everyone may see.
     *
     * @throws Refusal 404, the same and after the same work for a wrong number and a wrong code
     */
    public Opened withAnyCode(String caseNumber, String code) {
        String number = caseNumber == null ? "" : caseNumber.strip().toUpperCase();
        Proposal proposal = proposals.find(number).orElse(null);
        String given = code == null ? "" : code;
        boolean own = codes.matches(number, given, proposal == null ? null : proposal.queryCodeDigest());
        boolean supporter = supports.opens(proposal == null ? "" : proposal.id(), codes.digest(number, given));
        if (!own && !supporter) {
            throw wrongCode();
        }
        return new Opened(proposal, own);
    }

    private static Refusal wrongCode() {
        return Refusal.notFound("受理编号或查询码不正确，请核对回执后重试。");
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
