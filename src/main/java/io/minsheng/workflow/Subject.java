package io.minsheng.workflow;

/**
 * What a work list shows of the thing a task is about. Codes, not labels; any but title and campaign may be null.
 */
public record Subject(String title, String category, String township, String channel, String campaign, String caseNumber,
        boolean urgent) {

    /** A subject that is not urgent. */
    public Subject(String title, String category, String township, String channel, String campaign, String caseNumber) {
        this(title, category, township, channel, campaign, caseNumber, false);
    }
}
