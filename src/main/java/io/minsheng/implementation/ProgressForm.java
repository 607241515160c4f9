package io.minsheng.implementation;

import java.math.BigDecimal;

/**
 * What completes PROGRESS (contract: what complete takes).
 *
 * @param outcome REPORT
 * @param month 2025-03
 * @param status code of a {@link ProgressStatus}
 * @param value how much of the yearly target has been reached, in its unit
 * @param invested 万元 since the project began
 */
public record ProgressForm(String outcome, String month, String status, String text, BigDecimal value, BigDecimal invested) {
}
