package io.minsheng.evaluation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What completes EVALUATION (contract: what complete takes).
 *
 * @param outcome SUBMIT or RETURN
 * @param scores 1 to 5 for each principle of the campaign; the lead gives all
 * @param estimatedCost in 万元
 * @param reason why it is returned
 */
public record EvaluationForm(String outcome, Map<String, Integer> scores, String recommendation, String opinion,
        BigDecimal estimatedCost, String fundingSource, String thisYear, String target, String reason,
        String suggestedDepartment) {
}
