package io.minsheng.publication;

import java.util.List;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** What the second person says of a draft (contract: PUBLICATION/RELEASE, ANSWER/RELEASE). */
public record Judgement(String outcome, String reason) {

    private static final LengthRule REASON = LengthRule.reason("reason", "退回原因").needed();

    /**
     * Whether the draft is released; else it is given back with {@link #cleanReason()}.
     *
     * @throws Refusal 400 unknown outcome
     */
    boolean releases() {
        if (!List.of("RELEASE", "RETURN").contains(String.valueOf(outcome))) {
            throw Refusal.invalid("outcome", "办理方式应为 RELEASE 或 RETURN。");
        }
        return outcome.equals("RELEASE");
    }

    /** @throws Refusal 400 without a reason */
    String cleanReason() {
        String clean = Texts.clean(reason);
        REASON.violation(clean).map(List::<Violation> of).ifPresent(violations -> {
            throw Refusal.invalid(violations);
        });
        return clean;
    }
}
