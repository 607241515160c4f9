package io.minsheng.evaluation;

import java.math.BigDecimal;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The columns of an opinion without its scores. */
@Embeddable
record Judgement(@Enumerated(EnumType.STRING) @Column(name = "recommendation") Recommendation recommendation,
        @Column(name = "opinion") String text, @Column(name = "estimated_cost") BigDecimal estimatedCost,
        @Column(name = "funding_source") String fundingSource,
        @Enumerated(EnumType.STRING) @Column(name = "this_year") ThisYear thisYear, @Column(name = "target") String target) {

    static Judgement of(Opinion opinion) {
        return new Judgement(opinion.recommendation(), opinion.text(), opinion.estimatedCost(), opinion.fundingSource(),
                opinion.thisYear(), opinion.target());
    }

    Opinion with(Map<String, Integer> scores) {
        return new Opinion(Map.copyOf(scores), recommendation, text, estimatedCost, fundingSource, thisYear, target);
    }
}
