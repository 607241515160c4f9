package io.minsheng.evaluation;

import java.util.List;

/**
 * What completes CONCLUSION (contract: what complete takes).
 *
 * @param outcome SHORTLIST, NOT_ADOPT, RESERVE or RE_EVALUATE
 * @param item id of a waiting candidate item; null makes a new one
 * @param answer draft of the answer, or null
 */
public record ConclusionForm(String outcome, String item, String reason, String answer, String leadDepartment,
        List<String> assistDepartments) {
}
