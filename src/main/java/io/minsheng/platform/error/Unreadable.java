package io.minsheng.platform.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fields of a form whose values could not even be read ("一百" where a number is asked). One answer names them and all else
 * that is wrong, so that nobody has to send a form twice to be told two things.
 *
 * @param violations one for each such field, none if all could be read
 */
public record Unreadable(List<Violation> violations) {

    public static final Unreadable NOTHING = new Unreadable(List.of());

    public Unreadable {
        violations = List.copyOf(violations);
    }

    /**
     * Carries out a use case that was given null for each of these fields. If there is one, the use case only says what else is
     * wrong and is refused in any case; so this belongs inside its transaction, which the refusal rolls back.
     *
     * @throws Refusal 400 with these fields and those that the use case refuses; whatever else the use case refuses with
     */
    public <T> T besides(Supplier<T> useCase) {
        if (violations.isEmpty()) {
            return useCase.get();
        }
        List<Violation> all = new ArrayList<>(violations);
        try {
            useCase.get();
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                throw refusal;
            }
            // "please fill in" about a field that holds something unreadable would be wrong
            refusal.violations().stream().filter(each -> !isOneOfThese(each.field())).forEach(all::add);
        }
        throw Refusal.invalid(all);
    }

    private boolean isOneOfThese(String field) {
        return violations.stream().anyMatch(each -> each.field().equals(field));
    }
}
