package io.minsheng.decision;

import java.time.LocalDate;
import java.util.List;

/**
 * What the contract's DECISION takes.
 *
 * @param body who decided, e.g. 区委常委会
 * @param meeting which meeting
 * @param documentNumber 文号, or null
 */
public record DecisionForm(String outcome, String body, String meeting, LocalDate decidedOn, String documentNumber,
        List<ItemResult> results) {

    /**
     * What was decided about one item.
     *
     * @param item id
     * @param result ADOPTED, NOT_ADOPTED, RESERVED
     * @param reason needed unless adopted
     */
    public record ItemResult(String item, String result, String reason) {
    }
}
