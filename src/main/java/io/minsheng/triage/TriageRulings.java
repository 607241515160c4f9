package io.minsheng.triage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What triage ruled. */
@ApplicationScoped
public class TriageRulings implements PanacheRepositoryBase<TriageRuling, String> {

    /** All rulings on a case, first to last. */
    public List<TriageRuling> of(Proposal proposal) {
        return list("proposalId = ?1 order by ruledAt, id", proposal.id());
    }

    /**
     * The ruling that the process carries out now.
     *
     * @throws Refusal 409 when there is none yet
     */
    public TriageRuling latestOf(Proposal proposal) {
        return find("proposalId = ?1 order by ruledAt desc, id desc", proposal.id()).firstResultOptional()
                .orElseThrow(() -> Refusal.conflict("这条建议还没有分类整理。"));
    }
}
