package io.minsheng.workflow;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;

/** Asks the decision tables beside the models, in their newest version; they are deployed like the models, when they change. */
@Singleton
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * What the first rule that fits says, by the names of the table's outputs.
     *
     * @param inputs by their names in the table; null values are allowed
     * @return empty when no rule fits
     */
    @Transactional
    public Optional<Map<String, Object>> firstRule(DecisionKey table, Map<String, Object> inputs) {
        DmnDecisionRuleResult rule = decisions.evaluateDecisionTableByKey(table.key(), inputs).getFirstResult();
        return Optional.ofNullable(rule).map(DmnDecisionRuleResult::getEntryMap);
    }
}
