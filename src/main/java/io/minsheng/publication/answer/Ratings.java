package io.minsheng.publication.answer;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What authors think of answers. */
@ApplicationScoped
public class Ratings implements PanacheRepositoryBase<Rating, String> {

    /** The rating of an answer, if its author has rated it. */
    public Optional<Rating> of(Answer answer) {
        return find("answer", answer).firstResultOptional();
    }

    /** All ratings of a case, newest first. */
    public List<Rating> allOf(Proposal proposal) {
        return list("from Rating r join fetch r.answer a where a.proposal = ?1 order by a.number desc", proposal);
    }

    /**
     * The rating of a case that waits for a person's decision.
     *
     * @throws Refusal 409 none does
     */
    Rating undecided(String caseNumber) {
        return find("from Rating r join fetch r.answer a join fetch a.proposal p where p.caseNumber = ?1 and r.outcome is null "
                + "order by a.number desc", caseNumber).firstResultOptional()
                .orElseThrow(() -> Refusal.conflict("这条评价已经处理。"));
    }
}
