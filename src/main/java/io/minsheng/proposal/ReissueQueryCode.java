package io.minsheng.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;

/** A lost query code cannot be read back, only replaced; the old one stops working. */
@ApplicationScoped
public class ReissueQueryCode {

    private final CaseAccess access;
    private final QueryCodes codes;
    private final Event<Act> acts;

    ReissueQueryCode(CaseAccess access, QueryCodes codes, Event<Act> acts) {
        this.access = access;
        this.codes = codes;
        this.acts = acts;
    }

    /**
     * The new code, in the clear.
     *
     * @throws Refusal 403 not TRIAGE, 404
     */
    @Transactional
    public String reissue(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以重新发放查询码。");
        }
        String code = codes.create();
        proposal.newQueryCode(codes.digest(caseNumber, code));
        acts.fire(Act.onCase(actor.username(), "QUERY_CODE_REISSUED", caseNumber, ""));
        return code;
    }
}
