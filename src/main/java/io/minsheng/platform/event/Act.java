package io.minsheng.platform.event;

/**
 * Somebody did something that must stay provable. Fired by use cases in their own transaction; the audit writes it down in the
 * same one. Never carries personal data.
 *
 * @param actor user name, {@code system} or {@code resident}
 * @param action what was done, upper case with underscores ({@code TRIAGE_ACCEPT})
 * @param subjectType kind of thing it was done to ({@code CASE}, {@code ACCOUNT}, …)
 * @param subjectId id of that thing
 * @param caseNumber the case it belongs to, or null
 * @param detail codes and reasons, at most 2,000 characters
 */
public record Act(String actor, String action, String subjectType, String subjectId, String caseNumber, String detail) {

    /** An act on a case. */
    public static Act onCase(String actor, String action, String caseNumber, String detail) {
        return new Act(actor, action, "CASE", caseNumber, caseNumber, detail == null ? "" : detail);
    }
}
