package io.minsheng.workflow;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;

/**
 * Which fields of a completion's form belong to which outcome. A form that says REJECT and names a department means two things
 * at once, so it is refused rather than half obeyed.
 *
 * @param byOutcome the fields besides {@code outcome} that each outcome takes
 */
public record OutcomeFields(Map<String, Set<String>> byOutcome) {

    /**
     * Checks the outcome and that every filled-in field belongs to it. Empty lists count as not filled in.
     *
     * @param form a record with the component {@code outcome}
     * @throws Refusal 400 unknown or missing outcome, foreign fields
     */
    public void check(String outcome, Record form) {
        Set<String> own = outcome == null ? null : byOutcome.get(outcome);
        if (own == null) {
            throw Refusal.invalid("outcome",
                    "办理结果应为以下之一：" + String.join("、", byOutcome.keySet().stream().sorted().toList()) + "。");
        }
        List<Violation> violations = new ArrayList<>();
        for (RecordComponent component : form.getClass().getRecordComponents()) {
            String field = component.getName();
            if (!field.equals("outcome") && !own.contains(field) && filledIn(component, form)) {
                violations.add(new Violation(field, "此项与所选的办理结果不符，请勿填写。"));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private static boolean filledIn(RecordComponent component, Record form) {
        try {
            Object value = component.getAccessor().invoke(form);
            return value != null && !(value instanceof Collection<?> many && many.isEmpty());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("form records are public", e);
        }
    }
}
