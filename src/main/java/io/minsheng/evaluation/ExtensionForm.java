package io.minsheng.evaluation;

/**
 * What completes EXTENSION.
 *
 * @param outcome APPROVE or REFUSE
 * @param reason needed to refuse
 */
public record ExtensionForm(String outcome, String reason) {
}
