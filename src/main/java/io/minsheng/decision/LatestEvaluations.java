package io.minsheng.decision;

import java.math.BigDecimal;

import jakarta.enterprise.context.ApplicationScoped;

/** What the last evaluation of a case found. */
@ApplicationScoped
class LatestEvaluations {

    /** Mean of all scores that the leads of the item's cases gave, 1 to 5; null when nobody has scored. */
    BigDecimal score(CandidateItem item) {
        return null;
    }
}
