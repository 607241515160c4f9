package io.minsheng.workflow;

/**
 * What a work list shows of the thing a task is about. Codes, not labels; any but title and campaign may be null.
 */
public record Subject(String title, String category, String township, String channel, String campaign, String caseNumber) {
}
