package io.minsheng.triage;

import java.util.List;

/**
 * What completes TRIAGE (contract: what complete takes).
 *
 * @param outcome ACCEPT, ASK_SUPPLEMENT, REFER or REJECT
 * @param publicTitle under which everyone may see the case; without it the case is not public
 * @param note for the departments
 * @param workingDays for the author to answer; null for the campaign's
 * @param to HOTLINE_12345, PETITION or the code of an organisation
 */
public record TriageForm(String outcome, String category, String leadDepartment, List<String> assistDepartments,
        String publicTitle, String note, String question, Integer workingDays, String to, String reasonCode,
        String explanation) {
}
