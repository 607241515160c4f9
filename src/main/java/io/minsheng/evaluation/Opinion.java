package io.minsheng.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a department says; checked by {@link CheckOpinion}. Anything but recommendation and text may be null, scores empty.
 *
 * @param scores 1 to 5 by principle code
 * @param estimatedCost in 万元
 */
public record Opinion(Map<String, Integer> scores, Recommendation recommendation, String text, BigDecimal estimatedCost,
        String fundingSource, ThisYear thisYear, String target) {

    /** The same with its texts as a reader may see them; null texts stay null. */
    Opinion masked(UnaryOperator<String> mask) {
        return new Opinion(scores, recommendation, mask.apply(text), estimatedCost, mask.apply(fundingSource), thisYear,
                mask.apply(target));
    }
}
